import { describe, expect, it } from "vitest";
import { loadPhrasebook } from "#simulators/phrasebook/index.ts";
import { encodeMulaw } from "./mulaw.ts";
import { speechTrouble } from "./speech-check.ts";

const TEXT = "שלום, הגעתם לשי דירות. במה אפשר לעזור?";

const GREETING =
  "שלום, הגעתם לשי דירות, המקום שבו מוצאים בית. אני דנה, העוזרת הקולית של המשרד. אפשר לשאול על דירות, לקבוע ביקור או להשאיר הודעה. במה אפשר לעזור?";
const SILENCE = 0xff;

/** A hum in syllables, of that length and loudness (0..1), that fades out at its end. */
function hum(ms: number, loudness = 0.3, fadeMs = 50): Uint8Array {
  const length = ms * 8;
  const samples = Float32Array.from(
    { length },
    (_, at) => Math.sin(at / 4) * Math.abs(Math.sin(at / 480)) * loudness * Math.min(1, (length - at) / (fadeMs * 8)),
  );
  return encodeMulaw(samples);
}

/** A hum with silence around it. */
function padded(beforeMs: number, soundMs: number, afterMs: number): Uint8Array {
  return Buffer.concat([Buffer.alloc(beforeMs * 8, SILENCE), hum(soundMs), Buffer.alloc(afterMs * 8, SILENCE)]);
}

/** Bytes that nothing made: a linear congruential generator. */
function noise(ms: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length: ms * 8 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

const page = (ms: number) => Buffer.from("<!DOCTYPE html><p>שירות לא זמין</p>\n".repeat(ms)).subarray(0, ms * 8);

describe("audio that a voice gave", () => {
  it("passes when it can be the text: quick, slow, quiet, short", () => {
    for (const ms of [1500, 2800, 6000]) expect(speechTrouble(hum(ms), TEXT)).toBeNull();
    expect(speechTrouble(hum(2800, 0.05), TEXT)).toBeNull();
    expect(speechTrouble(hum(250), "כן.")).toBeNull();
    expect(speechTrouble(hum(1600), "כן.")).toBeNull();
    expect(speechTrouble(hum(6000), "053-1234567")).toBeNull();
  });

  it("passes with the silence that voices leave around and between their words", () => {
    expect(speechTrouble(padded(500, 2800, 700), TEXT)).toBeNull();
    expect(speechTrouble(padded(300, 300, 600), "כן.")).toBeNull();
    expect(speechTrouble(Buffer.concat([padded(0, 3000, 900), hum(3000)]), GREETING)).toBeNull();
  });

  it("passes in every recording of the phrasebook", () => {
    const refused = [...loadPhrasebook().phrases.values()].flatMap(({ id, audio, text }) => {
      const trouble = speechTrouble(audio, text);
      return trouble ? [`${id}: ${trouble}`] : [];
    });
    expect(refused).toEqual([]);
  });

  it("passes in every recording of the phrasebook that is played a fifth faster", () => {
    const refused = [...loadPhrasebook().phrases.values()].filter(({ audio, text }) =>
      speechTrouble(
        audio.filter((_, at) => at % 6 !== 5),
        text,
      ),
    );
    expect(refused.map(({ id }) => id)).toEqual([]);
  });

  it("is refused in every recording of a sentence whose end is silent, or is missing", () => {
    for (const { id, audio, text } of loadPhrasebook().phrases.values()) {
      if (audio.length < 8 * 2600) continue;
      const part = audio.subarray(0, audio.length * 0.4);
      const rest = Buffer.alloc(audio.length - part.length, SILENCE);
      expect(speechTrouble(Buffer.concat([part, rest]), text), id).not.toBeNull();
      expect(speechTrouble(Buffer.concat([rest, audio.subarray(rest.length)]), text), id).not.toBeNull();
    }
  });

  it("does not count nikud as letters", () => {
    expect(speechTrouble(hum(300), "שָׁלוֹם")).toBeNull();
  });

  it.each([
    ["nothing came", new Uint8Array(0), /no audio/],
    ["most of it is missing", hum(500), /too short/],
    ["it goes on for ever", hum(30_000), /too long/],
    ["nothing can be heard", hum(2800, 0.002), /silent/],
    ["it is digital silence", new Uint8Array(2800 * 8).fill(0xff), /silent/],
    ["its tops are cut off", hum(2800, 4), /clipped/],
    ["it ends in the middle of a sound", hum(2800, 0.3, 0.01), /cut off/],
  ])("is refused when %s", (_, mulaw, reason) => {
    expect(speechTrouble(mulaw, TEXT)).toMatch(reason);
  });

  it.each([
    ["its end is silent", padded(0, 3600, 5400), /silence/],
    ["its beginning is silent", padded(5400, 3600, 0), /silence/],
    ["it is cut and some silence follows", padded(0, 3600, 50), /too short/],
    ["there is a hole in it", Buffer.concat([padded(0, 4000, 2000), hum(3000)]), /silence/],
    ["it is noise", noise(9000), /noise/],
    ["it is one tone", encodeMulaw(Float32Array.from({ length: 72_000 }, (_, at) => Math.sin(at / 4) * 0.3)), /noise/],
    ["it is a page", page(9000), /text/],
  ])("is refused for a long greeting when %s", (_, mulaw, reason) => {
    expect(speechTrouble(mulaw, GREETING)).toMatch(reason);
  });
});
