import { join } from "node:path";
import { z } from "zod";
import { readJson, writePrivateJson } from "./files.ts";
import { isStillRunning, type ProcessIdentity, signalGroup } from "./processes.ts";
import { pollUntil } from "./wait.ts";

const childrenSchema = z.array(
  z.object({ name: z.string(), pid: z.number(), boot: z.string(), startTicks: z.string() }),
);
type Recorded = ProcessIdentity & { name: string };

/** Writes down which processes belong to this product, for a successor that finds them without us. */
export function recordChildren(dataDir: string, children: readonly Recorded[]): void {
  writePrivateJson(join(dataDir, "children.json"), children);
}

/** Ends what a killed supervisor left running; the database is not among them, it is adopted. */
export async function endLeftovers(dataDir: string, note: (line: string) => void): Promise<void> {
  const recorded = readJson(join(dataDir, "children.json"), childrenSchema) ?? [];
  const left = recorded.filter(isStillRunning);
  if (left.length === 0) return;
  note(`Ending what an earlier start left running: ${left.map(({ name }) => name).join(", ")}.`);
  for (const { pid } of left) signalGroup(pid, "SIGTERM");
  const gone = () => (left.some(isStillRunning) ? undefined : true);
  if ((await pollUntil(5_000, 20, gone)) === true) return;
  for (const { pid } of left) signalGroup(pid, "SIGKILL");
  await pollUntil(2_000, 20, gone);
}
