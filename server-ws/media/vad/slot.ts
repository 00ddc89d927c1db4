/** One call's audio on its way to the detector: cut into frames, bounded, and numbered. */
import type { SpeechDetector } from "#lib/voice/ports.ts";
import { FRAME_SAMPLES } from "./protocol.ts";

/** 2 s: what is older than this says nothing about now. */
export const MAX_WAITING_FRAMES = 62;

export interface NumberedFrame {
  /** Counts from 0 with the first frame of the call, whether scored or dropped. */
  number: number;
  mulaw: Uint8Array;
}

export class VadSlot implements SpeechDetector {
  readonly id: number;
  dropped = 0;
  readonly #wake: (slot: VadSlot) => void;
  readonly #gone: (slot: VadSlot) => void;
  #listener: ((probability: number, endSample: number) => void) | undefined;
  #partial = new Uint8Array(FRAME_SAMPLES);
  #filled = 0;
  #frames: NumberedFrame[] = [];
  #nextNumber = 0;
  #closed = false;

  constructor(id: number, wake: (slot: VadSlot) => void, gone: (slot: VadSlot) => void) {
    this.id = id;
    this.#wake = wake;
    this.#gone = gone;
  }

  get waiting(): number {
    return this.#frames.length;
  }

  push(mulaw: Uint8Array): void {
    if (this.#closed) return;
    let at = 0;
    while (at < mulaw.length) {
      const piece = mulaw.subarray(at, at + FRAME_SAMPLES - this.#filled);
      this.#partial.set(piece, this.#filled);
      this.#filled += piece.length;
      at += piece.length;
      if (this.#filled === FRAME_SAMPLES) this.#completeFrame();
    }
    if (this.#frames.length > 0) this.#wake(this);
  }

  onProbability(listener: (probability: number, endSample: number) => void): void {
    this.#listener = listener;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#frames = [];
    this.#listener = undefined;
    this.#gone(this);
  }

  /** The oldest frame that waits; undefined when none does. */
  take(): NumberedFrame | undefined {
    return this.#frames.shift();
  }

  answer(probability: number, frameNumber: number): void {
    this.#listener?.(probability, (frameNumber + 1) * FRAME_SAMPLES);
  }

  #completeFrame(): void {
    this.#frames.push({ number: this.#nextNumber, mulaw: this.#partial });
    this.#nextNumber += 1;
    this.#partial = new Uint8Array(FRAME_SAMPLES);
    this.#filled = 0;
    if (this.#frames.length > MAX_WAITING_FRAMES) {
      this.#frames.shift();
      this.dropped += 1;
    }
  }
}
