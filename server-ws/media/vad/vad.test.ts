import { afterEach, describe, expect, test } from "vitest";
import { loadPhrasebook } from "#simulators/phrasebook/index.ts";
import { FRAME_SAMPLES } from "./protocol.ts";
import { loadSilero } from "./silero.ts";
import { createVad, type Vad, type VadObserver } from "./vad.ts";

const SILENCE = 0xff;
const open: Vad[] = [];

async function vadWith(observer?: Partial<VadObserver>, workerUrl?: URL): Promise<Vad> {
  const full: VadObserver = {
    batch() {},
    framesDropped() {},
    workerLost() {},
    listenerFailed() {},
    ...observer,
  };
  const vad = await createVad({ observer: full, ...(workerUrl ? { workerUrl } : {}) });
  open.push(vad);
  return vad;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((vad) => vad.close()));
});

/** Pushes audio in 20 ms pieces, as the phone network does, and waits until every whole frame was answered. */
function scores(vad: Vad, mulaw: Uint8Array): Promise<number[]> {
  const detector = vad.open();
  const frames = Math.floor(mulaw.length / FRAME_SAMPLES);
  return new Promise((resolve) => {
    const heard: number[] = [];
    let next = 0;
    const pushSome = () => {
      // Never more than the slot holds; the rest follows as answers come.
      while (next < mulaw.length && next / FRAME_SAMPLES < heard.length + 40) {
        detector.push(mulaw.subarray(next, next + 160));
        next += 160;
      }
    };
    detector.onProbability((probability, endSample) => {
      heard.push(probability);
      expect(endSample).toBe(heard.length * FRAME_SAMPLES);
      pushSome();
      if (heard.length === frames) {
        detector.close();
        resolve(heard);
      }
    });
    pushSome();
  });
}

const silence = (seconds: number) => new Uint8Array(seconds * 8000).fill(SILENCE);

function whiteNoise(seconds: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length: seconds * 8000 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

/** A voice in its simplest form: a 130 Hz buzz through two moving formants, in syllables with short gaps. */
function buzzingVoice(seconds: number): Uint8Array {
  const memory = [0, 0, 0, 0];
  return Uint8Array.from({ length: seconds * 8000 }, (_, n) => {
    const t = n / 8000;
    const inSyllable = (t * 4) % 1 < 0.75;
    const pulse = (t * (125 + 15 * Math.sin(t * 3))) % 1 < 0.04 && inSyllable ? 1 : 0;
    let out = 0;
    for (const [i, centre] of [550 + 200 * Math.sin(t * 5), 1500 + 500 * Math.sin(t * 4)].entries()) {
      const r = 0.97;
      const y =
        pulse +
        2 * r * Math.cos((2 * Math.PI * centre) / 8000) * (memory[2 * i] ?? 0) -
        r * r * (memory[2 * i + 1] ?? 0);
      memory[2 * i + 1] = memory[2 * i] ?? 0;
      memory[2 * i] = y;
      out += y;
    }
    return encode(out * 2500);
  });
}

function encode(sample: number): number {
  const magnitude = Math.min(32635, Math.abs(sample)) + 132;
  const segment = Math.max(0, Math.floor(Math.log2(magnitude)) - 7);
  return ~((sample < 0 ? 0x80 : 0) | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0f)) & 0xff;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the speech detector", () => {
  test("hears no speech in silence or in white noise, and hears it in a voice", async () => {
    const vad = await vadWith();
    const [quiet, noise, voice] = await Promise.all([
      scores(vad, silence(3)),
      scores(vad, whiteNoise(3)),
      scores(vad, buzzingVoice(3)),
    ]);
    expect(Math.max(...quiet)).toBeLessThan(0.2);
    expect(noise.filter((p) => p > 0.5).length).toBeLessThan(noise.length * 0.05);
    expect(mean(voice)).toBeGreaterThan(0.5);
  });

  test("answers the same in a batch as alone", async () => {
    const [alone, together] = await Promise.all([loadSilero(), loadSilero()]);
    const audio = [silence(1), whiteNoise(1), buzzingVoice(1)];
    for (let at = 0; at + FRAME_SAMPLES <= 8000; at += FRAME_SAMPLES) {
      const frames = audio.map((mulaw) => mulaw.subarray(at, at + FRAME_SAMPLES));
      const batched = await together.score(Uint32Array.of(1, 2, 3), Buffer.concat(frames));
      for (const [row, frame] of frames.entries()) {
        const [single] = await alone.score(Uint32Array.of(row), frame);
        expect(Math.abs((batched[row] ?? 1) - (single ?? 0))).toBeLessThan(1e-4);
      }
    }
  });

  test("puts the frames of many calls into one batch", async () => {
    const sizes: number[] = [];
    const vad = await vadWith({ batch: (size) => sizes.push(size) });
    await Promise.all(Array.from({ length: 140 }, () => scores(vad, silence(0.5))));
    expect(Math.max(...sizes)).toBe(128);
  });

  test("drops the oldest frames when it cannot keep up, and keeps the count of time right", async () => {
    let dropped = 0;
    const vad = await vadWith({ framesDropped: (count) => (dropped += count) });
    const detector = vad.open();
    const last = new Promise<number>((resolve) => {
      detector.onProbability((_, endSample) => endSample === 100 * FRAME_SAMPLES && resolve(endSample));
    });
    detector.push(new Uint8Array(100 * FRAME_SAMPLES).fill(SILENCE));
    expect(await last).toBe(100 * FRAME_SAMPLES);
    detector.close();
    expect(dropped).toBe(100 - 62);
  });

  test("starts again when its thread dies, and hears the next call", async () => {
    let lost: unknown;
    const dying = new URL(
      `data:text/javascript,${encodeURIComponent(`
        import { parentPort } from "node:worker_threads";
        parentPort.on("message", ({ slots }) => {
          if (slots[0] === 1) throw new Error("the model broke");
          parentPort.postMessage({ type: "scores", probabilities: new Float32Array(slots.length).fill(0.25), tookMs: 0 });
        });
        parentPort.postMessage({ type: "ready" });
      `)}`,
    );
    const vad = await vadWith({ workerLost: (reason) => (lost = reason) }, dying);
    const unlucky = vad.open();
    unlucky.push(silence(0.1));
    await expect.poll(() => lost).toMatchObject({ message: "the model broke" });
    unlucky.close();
    expect(await scores(vad, silence(0.2))).toEqual(new Array(6).fill(0.25));
  });

  test("says so when it cannot be started", async () => {
    const broken = new URL("data:text/javascript,throw new Error('no model')");
    await expect(createVad({ workerUrl: broken })).rejects.toThrow("the speech detector could not be started");
  });

  test("hears real speech", async () => {
    const vad = await vadWith();
    for (const phrase of [...loadPhrasebook().phrases.values()].slice(0, 5)) {
      const found = await scores(vad, phrase.audio);
      expect(Math.max(...found), phrase.id).toBeGreaterThan(0.5);
    }
  });
});
