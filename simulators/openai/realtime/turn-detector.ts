import { RATE } from "../recognition/signal.ts";
import type { ServerVad } from "./protocol.ts";

/** What the detector noticed: where (ms from the first sample it was given) speech began or ended. */
type TurnSign = { kind: "started"; atMs: number } | { kind: "stopped"; atMs: number };

const BLOCK = RATE / 50;
const BLOCK_MS = 20;
const BLOCKS_TO_START = 3;

/** Server VAD by volume alone: enough for clean audio. Threshold 0.5 is 40 dB under full scale. */
export class TurnDetector {
  readonly #settings: ServerVad;
  readonly #threshold: number;
  #left = new Float32Array(0);
  #nowMs = 0;
  #loud = 0;
  #quietMs = 0;
  #speaking = false;

  constructor(settings: ServerVad) {
    this.#settings = settings;
    this.#threshold = 10 ** ((-50 + settings.threshold * 20) / 20);
  }

  /** Takes the next samples (8 kHz) and says what changed in them. */
  take(samples: Float32Array): TurnSign[] {
    const all = new Float32Array(this.#left.length + samples.length);
    all.set(this.#left);
    all.set(samples, this.#left.length);
    const signs: TurnSign[] = [];
    let at = 0;
    for (; at + BLOCK <= all.length; at += BLOCK) {
      const sign = this.#block(all.subarray(at, at + BLOCK));
      if (sign) signs.push(sign);
    }
    this.#left = all.slice(at);
    return signs;
  }

  #block(samples: Float32Array): TurnSign | undefined {
    this.#nowMs += BLOCK_MS;
    let energy = 0;
    for (const sample of samples) energy += sample * sample;
    const loud = Math.sqrt(energy / samples.length) > this.#threshold;
    this.#loud = loud ? this.#loud + 1 : 0;
    this.#quietMs = loud ? 0 : this.#quietMs + BLOCK_MS;
    if (!this.#speaking && this.#loud >= BLOCKS_TO_START) {
      this.#speaking = true;
      const beganMs = this.#nowMs - BLOCKS_TO_START * BLOCK_MS;
      return { kind: "started", atMs: Math.max(0, beganMs - this.#settings.prefix_padding_ms) };
    }
    if (this.#speaking && this.#quietMs >= this.#settings.silence_duration_ms) {
      this.#speaking = false;
      return { kind: "stopped", atMs: this.#nowMs };
    }
    return undefined;
  }
}
