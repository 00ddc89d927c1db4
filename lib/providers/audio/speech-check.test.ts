import { describe, expect, it } from "vitest";
import { encodeMulaw } from "./mulaw.ts";
import { speechTrouble } from "./speech-check.ts";

const TEXT = "שלום, הגעתם לשי דירות. במה אפשר לעזור?";

/** A hum of that length and loudness (0..1) that fades out at its end. */
function hum(ms: number, loudness = 0.3, fadeMs = 50): Uint8Array {
  const length = ms * 8;
  const samples = Float32Array.from(
    { length },
    (_, at) => Math.sin(at / 4) * loudness * Math.min(1, (length - at) / (fadeMs * 8)),
  );
  return encodeMulaw(samples);
}

describe("audio that a voice gave", () => {
  it("passes when it can be the text: quick, slow, quiet, short", () => {
    for (const ms of [1500, 2800, 6000]) expect(speechTrouble(hum(ms), TEXT)).toBeNull();
    expect(speechTrouble(hum(2800, 0.05), TEXT)).toBeNull();
    expect(speechTrouble(hum(250), "כן.")).toBeNull();
    expect(speechTrouble(hum(1600), "כן.")).toBeNull();
    expect(speechTrouble(hum(6000), "053-1234567")).toBeNull();
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
});
