import { describe, expect, it } from "vitest";
import { mulberry32 } from "../common/latency.ts";
import { loadPhrasebook } from "../phrasebook/index.ts";
import { createRecogniser } from "./recogniser.ts";
import { fromMulaw } from "./recognition/signal.ts";

const { phrases } = loadPhrasebook();
const recogniser = createRecogniser({ phrases });

// Enough to see a rule hold where all of them would take long.
const everyThird = [...phrases.values()].filter((_, index) => index % 3 === 0);

function audioOf(id: string): Uint8Array {
  const phrase = phrases.get(id);
  if (!phrase) throw new Error(`no phrase ${id}`);
  return phrase.audio;
}

function wordsOf(id: string): { text: string; startMs: number; endMs: number }[] {
  return phrases.get(id)?.words ?? [];
}

function silence(ms: number): Uint8Array {
  return new Uint8Array(ms * 8).fill(0xff);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** Gaussian noise, root mean square 1. */
function noise(length: number, seed: number): Float32Array {
  const chance = mulberry32(seed);
  return Float32Array.from({ length }, () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance()));
}

/** Louder or softer, with white noise so many dB under the voice. */
function disturbed(audio: Uint8Array, gainDb: number, signalToNoiseDb: number, seed: number): Float32Array {
  const gain = 10 ** (gainDb / 20);
  const hiss = noise(audio.length, seed);
  const level = 10 ** ((-20 - signalToNoiseDb) / 20);
  return fromMulaw(audio).map((sample, index) => {
    return Math.max(-1, Math.min(1, gain * (sample + level * (hiss[index] ?? 0))));
  });
}

describe("what was said", () => {
  it("is heard word for word, softer and with noise", () => {
    let seed = 0;
    for (const { text, audio } of phrases.values()) {
      expect(recogniser.recognise(disturbed(audio, -9, 20, ++seed)).text).toBe(text);
    }
  });

  it.each([-12, 12])("is heard word for word at %i dB with noise 15 dB under it", (gainDb) => {
    let seed = 0;
    for (const { text, audio } of everyThird) {
      expect(recogniser.recognise(disturbed(audio, gainDb, 15, ++seed)).text).toBe(text);
    }
  });

  it("is nearly always heard at a signal-to-noise ratio of 10 dB", () => {
    let lost = 0;
    let all = 0;
    for (const { audio, words } of everyThird) {
      const heard = recogniser.recognise(disturbed(audio, -9, 10, ++all));
      lost += Math.max(0, words.length - heard.words.length);
    }
    expect(lost).toBeLessThanOrEqual(2);
  });

  it("has the times at which it was said", () => {
    const heard = recogniser.recognise(joined(silence(1003), audioOf("rental_opening")));
    wordsOf("rental_opening").forEach((word, index) => {
      expect(heard.words[index]?.start).toBeCloseTo(1.003 + word.startMs / 1000, 3);
      expect(heard.words[index]?.end).toBeCloseTo(1.003 + word.endMs / 1000, 3);
    });
    expect(heard.confidence).toBeGreaterThan(0.95);
  });

  it("may be several utterances with silence between them", () => {
    const audio = joined(
      silence(130),
      audioOf("yes"),
      silence(900),
      audioOf("sale_area"),
      silence(400),
      audioOf("thanks"),
    );
    expect(recogniser.recognise(audio).text).toBe("כן. אנחנו מחפשים ברמת גן או בגבעתיים. תודה.");
  });
});

describe("what did not arrive", () => {
  it("is not heard when the beginning is clipped", () => {
    const { audio, words } = { audio: audioOf("rental_opening"), words: wordsOf("rental_opening") };
    const [first, second] = words;
    if (!first || !second) throw new Error("too short a phrase");
    const middleOfFirst = Math.round((first.startMs + first.endMs) / 2);
    const middleOfSecond = Math.round((second.startMs + second.endMs) / 2);
    expect(recogniser.recognise(audio.subarray(middleOfFirst * 8)).text).toBe("אני מחפש דירה להשכרה.");
    expect(recogniser.recognise(audio.subarray(middleOfSecond * 8)).text).toBe("מחפש דירה להשכרה.");
  });

  it("is not heard when the end is cut off", () => {
    const { audio, words } = { audio: audioOf("sale_budget"), words: wordsOf("sale_budget") };
    const last = words.at(-1);
    if (!last) throw new Error("an empty phrase");
    const cut = audio.subarray(0, Math.round((last.startMs + last.endMs) / 2) * 8);
    expect(recogniser.recognise(cut).text).toBe("התקציב שלנו הוא בערך שלושה מיליון");
  });

  it("is lost on both sides of a cut through a word", () => {
    const audio = audioOf("rental_opening");
    const word = wordsOf("rental_opening")[2];
    if (!word) throw new Error("too short a phrase");
    const cut = Math.round((word.startMs + word.endMs) / 2) * 8;
    expect(recogniser.recognise(audio.subarray(0, cut)).text).toBe("שלום, אני");
    expect(recogniser.recognise(audio.subarray(cut)).text).toBe("דירה להשכרה.");
  });

  it.each(["missing", "silent"])("is one word when one frame is %s", (how) => {
    for (const id of ["rental_opening", "sale_budget", "message_call_back", "name_noa_friedman"]) {
      const audio = audioOf(id);
      const words = wordsOf(id);
      for (const [index, word] of words.entries()) {
        const at = loudestFrame(audio, word.startMs * 8, word.endMs * 8);
        const damaged =
          how === "missing"
            ? joined(audio.subarray(0, at), audio.subarray(at + 160))
            : joined(audio.subarray(0, at), silence(20), audio.subarray(at + 160));
        const others = words.filter((_, place) => place !== index).map(({ text }) => text);
        expect(recogniser.recognise(damaged).text, `${id}, ${word.text}`).toBe(others.join(" "));
      }
    }
  });

  it("costs at most one word, wherever the lost frame lies", () => {
    for (const { id, audio, words } of everyThird) {
      for (let at = 800; at + 160 < audio.length; at += 14400) {
        const heard = recogniser.recognise(joined(audio.subarray(0, at), audio.subarray(at + 160)));
        expect(heard.words.length, `${id} at ${at / 8} ms`).toBeGreaterThanOrEqual(words.length - 1);
      }
    }
  });
});

describe("what the recogniser does not know", () => {
  const seconds = 4;
  const length = seconds * 8000;

  it("is nothing when it is silence or noise", () => {
    expect(recogniser.recognise(silence(3000)).text).toBe("");
    expect(recogniser.recognise(new Uint8Array(0)).text).toBe("");
    expect(recogniser.recognise(noise(length, 3).map((sample) => sample * 0.1)).text).toBe("");
  });

  it("is nothing when it is music", () => {
    const chords = [262, 330, 392, 349, 440, 523];
    const music = Float32Array.from({ length }, (_, index) => {
      const bar = Math.floor(index / 4000);
      const notes = [0, 2, 4].map((step) => chords[(bar + step) % chords.length] ?? 262);
      return notes.reduce((sum, hz) => sum + 0.1 * Math.sin((2 * Math.PI * hz * index) / 8000), 0);
    });
    expect(recogniser.recognise(music)).toEqual({ text: "", words: [], confidence: 0 });
  });

  it("is nothing when a stranger speaks", () => {
    const chance = mulberry32(9);
    const babble = new Float32Array(length);
    let first = 0;
    let second = 0;
    for (let index = 0; index < length; index++) {
      const syllable = Math.floor(index / 1500);
      const pitch = 95 + 25 * Math.sin(syllable);
      const pulse = index % Math.round(8000 / pitch) === 0 ? 1 : 0.02 * (chance() - 0.5);
      const formant = 300 + 150 * (syllable % 4);
      const next = pulse + 2 * 0.97 * Math.cos((2 * Math.PI * formant) / 8000) * first - 0.94 * second;
      second = first;
      first = next;
      babble[index] = 0.05 * next * Math.abs(Math.sin((Math.PI * index) / 1500));
    }
    expect(recogniser.recognise(babble).text).toBe("");
  });

  it("is nothing when known words run backwards", () => {
    for (const { id, audio } of everyThird) expect(recogniser.recognise(audio.toReversed()).text, id).toBe("");
  });

  it("is next to nothing in a voice 7% higher, and never a word that was not said", () => {
    let words = 0;
    for (const { audio, text } of everyThird) {
      const samples = fromMulaw(audio);
      const higher = Float32Array.from(
        { length: Math.floor(samples.length / 1.07) },
        (_, index) => samples[Math.floor(index * 1.07)] ?? 0,
      );
      for (const word of recogniser.recognise(higher).words) {
        words++;
        expect(plain(text)).toContain(plain(word.text)[0]);
      }
    }
    expect(words).toBeLessThan(3);
  });
});

function plain(text: string): string[] {
  return text.replace(/[.,?]/g, "").split(" ");
}

/** Where (in samples) the 20 ms of most energy begin. */
function loudestFrame(audio: Uint8Array, from: number, to: number): number {
  const samples = fromMulaw(audio);
  let best = from;
  let most = -1;
  for (let at = from + 80; at + 240 <= to; at += 40) {
    const energy = samples.subarray(at, at + 160).reduce((sum, sample) => sum + sample * sample, 0);
    if (energy > most) {
      most = energy;
      best = at;
    }
  }
  return best;
}
