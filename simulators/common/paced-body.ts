import type { ServerResponse } from "node:http";
import { now } from "./http.ts";
import { cut, pause } from "./pause.ts";

export interface PacedBody {
  res: ServerResponse;
  contentType: string;
  body: Buffer;
  /** When the first byte goes out, epoch milliseconds. */
  firstAt: number;
  /** How long after the first byte the last one follows. */
  restMs: number;
  /** Breaks the connection half-way. */
  cutShort: boolean;
}

const CHUNK_MS = 20;

/** Sends a body as a synthesiser does: a first byte after a while, the rest at its own pace. False when it was not all sent. */
export async function sendPaced({ res, contentType, body, firstAt, restMs, cutShort }: PacedBody): Promise<boolean> {
  if (!(await pause(firstAt - now(), res))) return false;
  const steps = Math.ceil(restMs / CHUNK_MS) + 1;
  const size = Math.ceil(body.length / steps);
  res.writeHead(200, { "content-type": contentType, "content-length": body.length });
  for (let step = 0; step < steps; step += 1) {
    if (!(await pause(firstAt + (step * restMs) / Math.max(1, steps - 1) - now(), res))) return false;
    if (cutShort && (step + 1) * 2 >= steps) {
      await cut(res);
      return false;
    }
    res.write(body.subarray(step * size, (step + 1) * size));
  }
  res.end();
  return true;
}
