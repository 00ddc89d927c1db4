import { describe, expect, it } from "vitest";
import type { Evidence, Sound } from "./evidence.ts";
import { judge, weigh } from "./judge.ts";

const quietly: Sound = { voicedMs: 192, durationMs: 192, meanDbfs: -44, peakDbfs: -39 };
const plainly: Sound = { voicedMs: 512, durationMs: 544, meanDbfs: -24, peakDbfs: -17 };
const cough: Sound = { voicedMs: 192, durationMs: 192, meanDbfs: -16, peakDbfs: -10 };
const breath: Sound = { voicedMs: 96, durationMs: 96, meanDbfs: -52, peakDbfs: -49 };
const heard = (text: string, confidence: number | null, sound: Sound | null, rest: Partial<Evidence> = {}) =>
  judge({ text, confidence, sound, noSpeech: null, compression: null, ...rest });

describe("the same words", () => {
  it("are speech when somebody thanks, and none when it was breath", () => {
    expect(heard("תודה רבה", 0.85, plainly)).toBe("speech");
    expect(heard("תודה רבה", 0.85, breath)).not.toBe("speech");
    expect(heard("תודה רבה", 0.35, breath, { noSpeech: 0.8 })).toBe("noise");
  });

  it("are speech from a quiet caller", () => {
    expect(heard("כן", 0.45, quietly)).toBe("speech");
    expect(heard("כן", 0.2, breath, { noSpeech: 0.9 })).not.toBe("speech");
  });
});

it("a cough is no film's credits, however sure the recogniser is", () => {
  expect(heard("כתוביות על ידי קהילת אמרה", 0.95, cough)).toBe("noise");
});

it("one sign alone drops no words", () => {
  expect(heard("תודה שצפיתם", null, null)).toBe("doubtful");
  expect(heard("אני מחפש דירה", 0.1, null)).toBe("doubtful");
  expect(heard("תודה רבה", null, null)).toBe("speech");
});

it("judges by the text and the confidence where nothing else is known", () => {
  expect(heard("שלושה חדרים", 0.5, null)).toBe("speech");
  expect(heard("תודה רבה", 0.3, null)).toBe("doubtful");
  expect(heard("Thank you for watching", 0.3, null)).toBe("noise");
});

it("a caller who speaks another language is somebody", () => {
  const sentence: Sound = { ...plainly, voicedMs: 1800, durationMs: 2000 };
  expect(heard("Добрый день, я ищу квартиру в Хайфе", 0.85, sentence)).toBe("speech");
  expect(heard("I'm looking for an apartment in Jaffa", null, sentence)).toBe("speech");
  expect(heard("you", 0.4, breath)).toBe("noise");
});

it("signs of the same thing do not add up in full", () => {
  const faint: Sound = { voicedMs: 96, durationMs: 320, meanDbfs: -50, peakDbfs: -46 };
  const { sound } = weigh({ text: "כן", confidence: null, noSpeech: null, compression: null, sound: faint });
  expect(sound).toBeGreaterThan(2);
  expect(sound).toBeLessThan(4);
});
