import { Mp3Encoder } from "@breezystack/lamejs";
import { decodeMulaw } from "./mulaw.ts";

const SAMPLE_RATE = 8000;
const KBPS = 32;

/** Raw mu-law at 8 kHz as an MP3 file. Takes some 50 ms for a second of audio the first time, far less later. */
export function mp3FromMulaw(mulaw: Uint8Array): Uint8Array {
  const encoder = new Mp3Encoder(1, SAMPLE_RATE, KBPS);
  return Buffer.concat([Buffer.from(encoder.encodeBuffer(decodeMulaw(mulaw))), Buffer.from(encoder.flush())]);
}
