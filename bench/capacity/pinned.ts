/** Which processor a process may use: what is measured gets one for itself. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../../scripts/supervisor/files.ts";
import { findHome } from "../../scripts/supervisor/postgres/home.ts";
import { runningPostmaster } from "../../scripts/supervisor/postgres/postmaster.ts";

const children = z.array(z.object({ name: z.string(), pid: z.number() }));

/** Gives the edge (its media and the detector with it) processor 1, and everything else processor 0. */
export function pinProduct(dataDir: string): void {
  for (const { name, pid } of readJson(join(dataDir, "children.json"), children) ?? [])
    pin(pid, name === "edge" ? 1 : 0);
  const home = findHome(dataDir, () => {});
  const postmaster = home === undefined ? undefined : runningPostmaster(home.path);
  if (postmaster !== undefined) pin(postmaster.pid, 0);
  pin(process.pid, 0);
}

/** With all its threads. Children inherit it. */
export function pin(pid: number, processor: number): void {
  execFileSync("taskset", ["-a", "-c", "-p", String(processor), String(pid)], { stdio: "ignore" });
}
