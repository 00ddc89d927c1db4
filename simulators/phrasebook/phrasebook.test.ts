import { describe, expect, it } from "vitest";
import { loadPhrasebook } from "./index.ts";
import { spokenLines } from "./phrases/index.ts";

const { phrases } = loadPhrasebook();

/** The longest stretch (ms) in which nothing sounds, and the level of what does (dB under full scale). */
function measure(audio: Uint8Array): { quietMs: number; activeDb: number } {
  const energies: number[] = [];
  for (let at = 0; at + 80 <= audio.length; at += 80) {
    let energy = 0;
    for (const byte of audio.subarray(at, at + 80)) energy += linear(byte) ** 2;
    energies.push(energy / 80);
  }
  const active = energies.filter((energy) => energy > Math.max(...energies) * 0.01);
  let quiet = 0;
  let quietMs = 0;
  for (const energy of energies) {
    quiet = energy < 10 ** -4.5 ? quiet + 10 : 0;
    quietMs = Math.max(quietMs, quiet);
  }
  return { quietMs, activeDb: 10 * Math.log10(active.reduce((sum, energy) => sum + energy, 0) / active.length) };
}

function linear(byte: number): number {
  const bits = ~byte & 0xff;
  return (((((bits & 15) << 3) + 132) << ((bits >> 4) & 7)) - 132) / 32768;
}

describe("the phrasebook", () => {
  it("holds every line of the source table, as it is written there", () => {
    expect([...phrases.keys()]).toEqual(spokenLines.map((line) => line.id));
    for (const line of spokenLines) {
      const phrase = phrases.get(line.id);
      expect(phrase?.text).toBe(line.text);
      expect(phrase?.words.map((word) => word.text).join(" ")).toBe(line.text);
    }
  });

  it("has enough whole utterances for a bench of 60 turns", () => {
    const whole = [...phrases.values()].filter((phrase) => phrase.words.length >= 3);
    expect(whole.length).toBeGreaterThanOrEqual(60);
    expect(new Set(whole.map((phrase) => phrase.text)).size).toBe(whole.length);
  });

  it("places the words one after the other inside the audio", () => {
    for (const { id, audio, words } of phrases.values()) {
      expect(words[0]?.startMs, id).toBe(0);
      expect(words.at(-1)?.endMs, id).toBe(audio.length / 8);
      words.forEach((word, index) => {
        expect(word.endMs - word.startMs, id).toBeGreaterThan(50);
        expect(word.startMs, id).toBeGreaterThanOrEqual(words[index - 1]?.endMs ?? 0);
      });
    }
  });

  it("is as loud as a telephone voice", () => {
    for (const { id, audio } of phrases.values()) {
      const { activeDb } = measure(audio);
      expect(activeDb, id).toBeGreaterThan(-23);
      expect(activeDb, id).toBeLessThan(-17);
    }
  });

  it("pauses only where the source table says so", () => {
    for (const { id, sounds } of spokenLines) {
      const scripted = [...sounds.matchAll(/_(\d+)/g)].map((pause) => Number(pause[1]));
      const { quietMs } = measure(phrases.get(id)?.audio ?? new Uint8Array());
      if (scripted.length === 0) expect(quietMs, id).toBeLessThan(150);
      else expect(quietMs, id).toBeGreaterThanOrEqual(Math.max(...scripted) - 20);
    }
  });
});
