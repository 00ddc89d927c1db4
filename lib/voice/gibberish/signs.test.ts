import { describe, expect, it } from "vitest";
import type { Evidence, Sound } from "./evidence.ts";
import * as signs from "./signs.ts";

const evidence = (text: string, rest: Partial<Evidence> = {}): Evidence => ({
  text,
  confidence: null,
  noSpeech: null,
  compression: null,
  sound: null,
  ...rest,
});
const sounding = (sound: Partial<Sound>, text = "שלום", rest: Partial<Evidence> = {}) =>
  evidence(text, { ...rest, sound: { voicedMs: 400, durationMs: 400, meanDbfs: -25, peakDbfs: -18, ...sound } });

describe("a sign", () => {
  it("says nothing when what it looks at is not known", () => {
    const unknown = evidence("אני מחפש דירה");
    for (const sign of Object.values(signs)) expect(sign(unknown)).toBe(0);
  });

  it("of ordinary speech says nothing against it", () => {
    const spoken = { confidence: 0.9, noSpeech: 0.05, compression: 1.1 };
    const said = sounding({ voicedMs: 1000, durationMs: 1100 }, "אני מחפש דירה", spoken);
    for (const sign of Object.values(signs)) expect(sign(said)).toBeLessThanOrEqual(0);
    expect(signs.clearVoice(said)).toBeLessThan(0);
  });

  it("phrase: a credit weighs more than thanks", () => {
    expect(signs.phrase(evidence("תודה שצפיתם"))).toBeGreaterThan(signs.phrase(evidence("תודה רבה")));
  });

  it("script: a scrap of a foreign language, not a sentence and not a Hebrew one with a brand", () => {
    expect(signs.script(evidence("So"))).toBeGreaterThan(0);
    expect(signs.script(evidence("ご視聴"))).toBeGreaterThan(1);
    expect(signs.script(evidence("I am looking for an apartment"))).toBe(0);
    expect(signs.script(evidence("ליד Ikea"))).toBe(0);
  });

  it("repetition: three times is human, a dozen is a loop, of several words too; whisper's own figure counts", () => {
    expect(signs.repetition(evidence("כן כן"))).toBe(0);
    expect(signs.repetition(evidence("כן, כן, כן"))).toBeLessThan(1);
    expect(signs.repetition(evidence("לא ".repeat(12)))).toBeGreaterThan(4);
    expect(signs.repetition(evidence("אני לא יודע ".repeat(6)))).toBeGreaterThan(3);
    expect(signs.repetition(evidence("משהו אחר", { compression: 2.6 }))).toBe(3);
    expect(signs.repetition(evidence("תודה רבה ".repeat(4)))).toBeGreaterThan(
      signs.repetition(evidence("לא ".repeat(4))),
    );
  });

  it("confidence: the lower the worse, and exactly 0 is no figure", () => {
    expect(signs.lowConfidence(evidence("כן", { confidence: 0.2 }))).toBeGreaterThan(2);
    expect(signs.lowConfidence(evidence("כן", { confidence: 0 }))).toBe(0);
    expect(signs.takenForSilence(evidence("כן", { noSpeech: 0.95 }))).toBe(3.5);
  });

  it("sound: faint, too short, too hurried, too slow, too patchy", () => {
    expect(signs.faintness(sounding({ peakDbfs: -46 }))).toBeGreaterThan(2);
    expect(signs.faintness(sounding({ peakDbfs: -34 }))).toBe(0);
    expect(signs.shortness(sounding({ voicedMs: 64 }))).toBe(1.6);
    expect(signs.shortness(sounding({ voicedMs: 192 }))).toBe(0);
    expect(signs.pace(sounding({ voicedMs: 160 }, "אני לא יודע מה לעשות"))).toBe(5);
    expect(signs.pace(sounding({ voicedMs: 3000 }, "כן"))).toBe(1.5);
    expect(signs.pace(sounding({ voicedMs: 192 }, "כן"))).toBe(0);
    expect(signs.patchiness(sounding({ voicedMs: 200, durationMs: 1000 }))).toBe(2);
  });
});
