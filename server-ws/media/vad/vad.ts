/**
 * Speech detection for all calls of this process: one native model in one thread of its own, and whatever frames the
 * calls have waiting go through it in one batch. Measured 0.073 ms a frame alone, 0.020 ms in a batch of 32.
 */
import { Worker } from "node:worker_threads";
import type { SpeechDetector } from "#lib/voice/ports.ts";
import { FRAME_SAMPLES, type FromWorker, MAX_BATCH, type VadBatch, type VadScores } from "./protocol.ts";
import { VadSlot } from "./slot.ts";

export interface VadObserver {
  /** A batch came back. `waitingFrames` are those still to be scored. */
  batch(size: number, tookMs: number, waitingFrames: number): void;
  framesDropped(count: number): void;
  workerLost(reason: unknown): void;
  listenerFailed(error: unknown): void;
}

export interface Vad {
  /** A detector for one call; close it when the call ends. */
  open(): SpeechDetector;
  /** Frames of all calls that wait for the worker. */
  waitingFrames(): number;
  close(): Promise<void>;
}

export interface VadOptions {
  observer?: VadObserver;
  /** Where the worker's code is; a test puts a failing one here. */
  workerUrl?: URL;
}

// Frames of different calls arrive spread over 20 ms; waiting lets them share an inference and the way to the thread, which
// costs as much as the inference. The more calls, the more is spared; a few would only wait.
const MOST_GATHER_MS = 10;
const CALLS_PER_MS = 10;
const STALLED_MS = 2_000;
const MAX_RESTART_DELAY_MS = 5_000;

/** Starts the detector's thread. Throws when the model cannot be loaded. */
export async function createVad(options: VadOptions = {}): Promise<Vad> {
  const vad = new BatchedVad(options);
  await vad.start();
  return vad;
}

interface InFlight {
  slots: VadSlot[];
  frameNumbers: number[];
  watchdog: NodeJS.Timeout;
}

class BatchedVad implements Vad {
  readonly #observer: VadObserver | undefined;
  readonly #workerUrl: URL;
  /** Slots with frames to score, in the order in which they asked. */
  readonly #ready = new Set<VadSlot>();
  #closedSlots: number[] = [];
  #nextSlot = 1;
  /** Calls that have a detector now. */
  #open = 0;
  #worker: Worker | undefined;
  #inFlight: InFlight | undefined;
  #gatherTimer: NodeJS.Timeout | undefined;
  #restartTimer: NodeJS.Timeout | undefined;
  #restartDelayMs = 50;
  #closed = false;

  constructor(options: VadOptions) {
    this.#observer = options.observer;
    this.#workerUrl = options.workerUrl ?? new URL("./worker.ts", import.meta.url);
  }

  async start(): Promise<void> {
    const worker = this.#spawn();
    try {
      await new Promise<void>((resolve, reject) => {
        worker.once("message", () => resolve());
        worker.once("error", reject);
        worker.once("exit", (code) => reject(new Error(`the speech detector ended with code ${code}`)));
      });
    } catch (cause) {
      await this.close();
      throw new Error("the speech detector could not be started", { cause });
    }
  }

  open(): SpeechDetector {
    this.#open += 1;
    return new VadSlot(this.#nextSlot++, this.#wake, this.#gone);
  }

  waitingFrames(): number {
    let waiting = 0;
    for (const slot of this.#ready) waiting += slot.waiting;
    return waiting;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#gatherTimer);
    clearTimeout(this.#restartTimer);
    if (this.#inFlight) clearTimeout(this.#inFlight.watchdog);
    await this.#worker?.terminate();
  }

  readonly #wake = (slot: VadSlot): void => {
    this.#ready.add(slot);
    this.#gather();
  };

  readonly #gone = (slot: VadSlot): void => {
    this.#open -= 1;
    this.#ready.delete(slot);
    this.#closedSlots.push(slot.id);
    if (slot.dropped > 0) this.#observer?.framesDropped(slot.dropped);
  };

  #gather(): void {
    if (this.#closed || this.#gatherTimer || this.#inFlight || !this.#worker) return;
    this.#gatherTimer = setTimeout(() => {
      this.#gatherTimer = undefined;
      this.#sendBatch();
    }, this.#gatherMs());
  }

  #gatherMs(): number {
    return Math.min(MOST_GATHER_MS, this.#open / CALLS_PER_MS);
  }

  #sendBatch(): void {
    if (this.#closed || this.#inFlight || !this.#worker || this.#ready.size === 0) return;
    const slots: VadSlot[] = [];
    const frameNumbers: number[] = [];
    const frames = new Uint8Array(Math.min(this.#ready.size, MAX_BATCH) * FRAME_SAMPLES);
    for (const slot of [...this.#ready].slice(0, MAX_BATCH)) {
      const frame = slot.take();
      // Goes to the end of the line, so that no call starves the others.
      this.#ready.delete(slot);
      if (slot.waiting > 0) this.#ready.add(slot);
      if (!frame) continue;
      frames.set(frame.mulaw, slots.length * FRAME_SAMPLES);
      slots.push(slot);
      frameNumbers.push(frame.number);
    }
    const batch: VadBatch = {
      type: "batch",
      slots: Uint32Array.from(slots, (slot) => slot.id),
      frames,
      closed: this.#closedSlots,
    };
    this.#closedSlots = [];
    const watchdog = setTimeout(() => this.#worker?.terminate(), STALLED_MS);
    watchdog.unref();
    this.#inFlight = { slots, frameNumbers, watchdog };
    this.#worker.postMessage(batch, [batch.slots.buffer, batch.frames.buffer]);
  }

  #spawn(): Worker {
    const worker = new Worker(this.#workerUrl, { name: "speech-detector" });
    worker.on("message", (message: FromWorker) => {
      if (message.type === "scores") return this.#scored(message);
      // Only from now on: whoever waits for the first one must not see the process end.
      worker.unref();
      this.#worker = worker;
      this.#restartDelayMs = 50;
      this.#gather();
    });
    let reason: unknown;
    worker.on("error", (error) => {
      reason = error;
    });
    worker.on("exit", (code) => this.#lost(reason ?? new Error(`the speech detector ended with code ${code}`)));
    return worker;
  }

  #scored({ probabilities, tookMs }: VadScores): void {
    const flight = this.#inFlight;
    if (!flight) return;
    clearTimeout(flight.watchdog);
    this.#inFlight = undefined;
    this.#observer?.batch(flight.slots.length, tookMs, this.waitingFrames());
    // A full batch leaves first: the worker computes while the calls react to this one.
    if (this.#ready.size >= MAX_BATCH) this.#sendBatch();
    else if (this.#ready.size > 0) this.#gather();
    flight.slots.forEach((slot, row) => {
      try {
        slot.answer(probabilities[row] ?? 0, flight.frameNumbers[row] ?? 0);
      } catch (error) {
        // One call's trouble must not keep the others from hearing their probabilities.
        this.#observer?.listenerFailed(error);
      }
    });
  }

  /** The calls notice nothing but missing probabilities; the new thread begins with a clean state. */
  #lost(reason: unknown): void {
    if (this.#inFlight) clearTimeout(this.#inFlight.watchdog);
    this.#inFlight = undefined;
    this.#worker = undefined;
    this.#closedSlots = [];
    if (this.#closed) return;
    this.#observer?.workerLost(reason);
    this.#restartTimer = setTimeout(() => this.#spawn(), this.#restartDelayMs);
    this.#restartDelayMs = Math.min(this.#restartDelayMs * 2, MAX_RESTART_DELAY_MS);
  }
}
