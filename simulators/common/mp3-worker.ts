/** Encodes one MP3 in a thread of its own, since the encoder would hold up every other answer of the process. */
import { parentPort, workerData } from "node:worker_threads";
import { Mp3Encoder } from "@breezystack/lamejs";
import { z } from "zod";

const job = z
  .object({ samples: z.instanceof(Float32Array), sampleRate: z.number(), kbps: z.number() })
  .parse(workerData);

const encoder = new Mp3Encoder(1, job.sampleRate, job.kbps);
const pcm = Int16Array.from(job.samples, (value) => Math.round(value * 32767));
const frames = Buffer.concat([Buffer.from(encoder.encodeBuffer(pcm)), Buffer.from(encoder.flush())]);
parentPort?.postMessage(new Uint8Array(frames));
