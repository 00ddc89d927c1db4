import { describe, expect, it } from "vitest";
import { decodeMulaw, encodeMulaw } from "./mulaw.ts";
import { Downsampler } from "./resample.ts";

const SECONDS = 0.5;

function tone(hertz: number): Int16Array {
  return Int16Array.from(
    { length: 24_000 * SECONDS },
    (_, at) => 16_000 * Math.sin((2 * Math.PI * hertz * at) / 24_000),
  );
}

/** Loudness in decibels, without the ends, where the tone is switched on and off. */
function level(samples: Float32Array): number {
  const middle = samples.subarray(400, -400);
  const power = middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length;
  return 10 * Math.log10(power + 1e-12);
}

function downsampled(samples: Int16Array, chunk = samples.length): Float32Array {
  const down = new Downsampler();
  const parts: number[] = [];
  for (let at = 0; at < samples.length; at += chunk) parts.push(...down.push(samples.subarray(at, at + chunk)));
  return Float32Array.from([...parts, ...down.flush()]);
}

describe("24 kHz to 8 kHz", () => {
  const reference = level(downsampled(tone(1000)));

  it.each([200, 1500, 2500, 3000])("keeps a tone of %d Hz", (hertz) => {
    expect(Math.abs(level(downsampled(tone(hertz))) - reference)).toBeLessThan(1);
  });

  it.each([4400, 5000, 7000, 8000, 11_000])("lets nothing of %d Hz come back as another tone", (hertz) => {
    expect(level(downsampled(tone(hertz)))).toBeLessThan(reference - 55);
  });

  it("gives a third of the samples, the same ones however the network cut them", () => {
    const whole = downsampled(tone(440));
    expect(whole).toHaveLength(8000 * SECONDS);
    for (const chunk of [1, 7, 160, 961]) expect(downsampled(tone(440), chunk)).toEqual(whole);
  });
});

describe("mu-law", () => {
  it("comes back as it went, byte for byte", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const again = encodeMulaw(Float32Array.from(decodeMulaw(bytes), (sample) => sample / 32767));
    // There are two zeros; both are silence.
    expect([...again].map((byte) => (byte === 0xff ? 0x7f : byte))).toEqual(
      [...bytes].map((byte) => (byte === 0xff ? 0x7f : byte)),
    );
  });

  it("clips what is too loud", () => {
    expect([...encodeMulaw(Float32Array.of(2, -2, 0))]).toEqual([0x80, 0x00, 0xff]);
  });
});

describe("16 kHz to 8 kHz", () => {
  const sixteen = (hertz: number) =>
    Int16Array.from({ length: 16_000 * SECONDS }, (_, at) => 16_000 * Math.sin((2 * Math.PI * hertz * at) / 16_000));
  const halved = (samples: Int16Array) => {
    const down = new Downsampler(16_000);
    return Float32Array.from([...down.push(samples), ...down.flush()]);
  };

  it("keeps the length and a voice, and takes away what the telephone cannot carry", () => {
    expect(halved(sixteen(1000))).toHaveLength(8000 * SECONDS);
    expect(level(halved(sixteen(1000)))).toBeCloseTo(level(Float32Array.from(sixteen(1000), (one) => one / 32768)), 0);
    expect(level(halved(sixteen(5000)))).toBeLessThan(-60);
  });
});
