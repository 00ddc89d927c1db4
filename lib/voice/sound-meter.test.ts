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
