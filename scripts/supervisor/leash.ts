/**
 * Loaded before a child's own code (`node --import`). The supervisor holds the other end of pipe 3; when the supervisor
 * is gone, however it went, the pipe closes and the child stops as if it had been told to. Nothing is left running.
 */
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";
import { leadsItsGroup } from "./processes.ts";

// A child's own children and threads inherit this preload but not the pipe. Who the parent is would not tell them apart:
// that of a child whose supervisor is already gone is another.
const isDirectChild = isMainThread && leadsItsGroup(process.pid);

if (isDirectChild) {
  const leash = new Socket({ fd: 3, readable: true, writable: false });
  leash.on("error", () => leash.destroy());
  leash.once("close", () => {
    process.kill(-process.pid, "SIGTERM");
    setTimeout(() => process.kill(-process.pid, "SIGKILL"), 4_000).unref();
  });
  leash.resume();
  leash.unref();
}
