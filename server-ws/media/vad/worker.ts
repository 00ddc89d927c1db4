/** The detector's own thread: takes a batch, scores it, answers. The main thread sends the next one after that. */
import { parentPort } from "node:worker_threads";
import type { VadBatch, VadScores } from "./protocol.ts";
import { loadSilero } from "./silero.ts";

const port = parentPort;
if (!port) throw new Error("the speech detector runs as a worker thread only");

const silero = await loadSilero();

port.on("message", async (batch: VadBatch) => {
  for (const slot of batch.closed) silero.forget(slot);
  const startedAt = performance.now();
  // A failed inference is left to end this thread: the main thread starts a new one with a clean state.
  const probabilities = batch.slots.length > 0 ? await silero.score(batch.slots, batch.frames) : new Float32Array(0);
  const scores: VadScores = { type: "scores", probabilities, tookMs: performance.now() - startedAt };
  port.postMessage(scores, [probabilities.buffer]);
});
port.postMessage({ type: "ready" });
