import { expect, it } from "vitest";
import { SoundMeter } from "./sound-meter.ts";

it("measures what was speech, and how long it took with the pauses inside", () => {
  const meter = new SoundMeter();
  expect(meter.sound).toBeNull();
  meter.add({ startSample: 800, endSample: 1312, voicedMs: 64 }, 64, 32_768);
  meter.add({ startSample: 4800, endSample: 5312, voicedMs: 64 }, 64, 0);
  expect(meter.sound).toEqual({
    voicedMs: 128,
    durationMs: 564,
    meanDbfs: expect.closeTo(-3.01),
    peakDbfs: 0,
  });
});

it("counts a piece that begins in the middle of a run from where it begins", () => {
  const meter = new SoundMeter();
  meter.add({ startSample: 0, endSample: 240_256, voicedMs: 30_032 }, 32, 1000);
  expect(meter.sound).toMatchObject({ voicedMs: 32, durationMs: 32 });
});
