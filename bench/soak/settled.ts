/** What of the edge's memory is really in use: its garbage is collected first, through the inspector that Node has built in. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { z } from "zod";
import { pidOf } from "../../scripts/supervisor/running.ts";

/** For the product's environment: the inspector, when it is asked for, takes a free port. */
export const inspectable = { NODE_OPTIONS: "--inspect-port=0" };

const answer = z.object({ id: z.number(), result: z.unknown() });
const evaluated = z.object({ result: z.object({ value: z.string() }) });
const usage = z.object({ heapUsed: z.number(), external: z.number() });

const LISTENS_WITHIN_MS = 10_000;
const LOOKS_EVERY_MS = 100;
/** What one collection sets free (buffers of collected objects) the next one finds. */
const COLLECTIONS = 3;

/** In MB. @throws Error when the edge cannot be inspected. */
export async function memoryInUse(dataDir: string): Promise<number> {
  const socket = new WebSocket(await inspectorOf(dataDir));
  await once(socket, "open");
  try {
    for (let time = 0; time < COLLECTIONS; time++) await ask(socket, "HeapProfiler.collectGarbage");
    const expression = "JSON.stringify(process.memoryUsage())";
    const { result } = evaluated.parse(await ask(socket, "Runtime.evaluate", { expression }));
    const { heapUsed, external } = usage.parse(JSON.parse(result.value));
    return (heapUsed + external) / 1024 / 1024;
  } finally {
    socket.close();
    await once(socket, "close");
  }
}

/** Asks the edge to listen, if it does not yet, and reads where from what it printed. */
async function inspectorOf(dataDir: string): Promise<string> {
  const edge = pidOf(dataDir, "edge");
  if (edge === undefined) throw new Error("there is no edge to inspect");
  process.kill(edge, "SIGUSR1");
  for (let waited = 0; waited < LISTENS_WITHIN_MS; waited += LOOKS_EVERY_MS) {
    const printed = readFileSync(join(dataDir, "edge.out"), "utf8");
    const url = [...printed.matchAll(/Debugger listening on (ws:\S+)/g)].at(-1)?.[1];
    if (url !== undefined) return url;
    await wait(LOOKS_EVERY_MS);
  }
  throw new Error("the edge does not let itself be inspected");
}

async function ask(socket: WebSocket, method: string, params: Record<string, unknown> = {}): Promise<unknown> {
  const answered = once(socket, "message");
  socket.send(JSON.stringify({ id: 1, method, params }));
  const [data] = await answered;
  return answer.parse(JSON.parse(String(data))).result;
}
