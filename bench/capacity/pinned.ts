/** Which processor a process may use: what is measured gets one for itself. */
import { execFileSync } from "node:child_process";
import { findHome } from "../../scripts/supervisor/postgres/home.ts";
import { runningPostmaster } from "../../scripts/supervisor/postgres/postmaster.ts";
import { childrenOf } from "../../scripts/supervisor/running.ts";

/** Gives the edge (its media and the detector with it) processor 1, and everything else processor 0. */
export function pinProduct(dataDir: string): void {
  for (const { name, pid } of childrenOf(dataDir)) pin(pid, name === "edge" ? 1 : 0);
  const home = findHome(dataDir, () => {});
  const postmaster = home === undefined ? undefined : runningPostmaster(home.path);
  if (postmaster !== undefined) pin(postmaster.pid, 0);
  pin(process.pid, 0);
}

/** With all its threads. Children inherit it. */
export function pin(pid: number, processor: number): void {
  execFileSync("taskset", ["-a", "-c", "-p", String(processor), String(pid)], { stdio: "ignore" });
}
