import { join } from "node:path";
import { readText } from "../files.ts";
import { commandOf, identify } from "../processes.ts";

/** What a running PostgreSQL writes about itself into its data folder. */
export type Postmaster = { pid: number; port: number; status: "starting" | "stopping" | "ready" | "standby" };

/** The postmaster that runs on a cluster, or undefined; a pid file left over by a dead one counts as none. */
export function runningPostmaster(home: string): Postmaster | undefined {
  const lines = readText(join(home, "postmaster.pid"))?.split("\n");
  const pid = Number(lines?.[0]);
  const port = Number(lines?.[3]);
  const status = lines?.[7]?.trim();
  if (!Number.isInteger(pid) || pid <= 0 || identify(pid) === undefined) return undefined;
  // Another user's process shows no command line only where /proc is hidden; a pid of another program is not ours.
  const command = commandOf(pid);
  if (command !== undefined && !command.includes("postgres")) return undefined;
  return { pid, port, status: isStatus(status) ? status : "starting" };
}

function isStatus(status: string | undefined): status is Postmaster["status"] {
  return status === "starting" || status === "stopping" || status === "ready" || status === "standby";
}
