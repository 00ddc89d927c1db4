import { describe, expect, it } from "vitest";
import { AudioClock } from "./audio-clock.ts";
import { AudioRing } from "./audio-ring.ts";
import { SpeechTracker } from "./speech-tracker.ts";
import { defaultTuning } from "./tuning.ts";

describe("the ring of audio", () => {
  it("gives back any part of what it still has, whatever the sizes it came in", () => {
    const ring = new AudioRing(100);
    const all: number[] = [];
    for (const size of [3, 50, 0, 99, 100, 7, 250, 1, 60]) {
      const piece = Array.from({ length: size }, (_, at) => (all.length + at) % 251);
      all.push(...piece);
      ring.push(Uint8Array.from(piece));
      expect(ring.end).toBe(all.length);
      expect(ring.start).toBe(Math.max(0, all.length - 100));
      expect([...ring.slice(0, Number.POSITIVE_INFINITY)]).toEqual(all.slice(-100));
      expect([...ring.slice(all.length - 20, all.length - 5)]).toEqual(all.slice(-20, -5));
    }
    expect(ring.slice(ring.end, ring.end + 10)).toHaveLength(0);
  });
});

describe("the clock of audio", () => {
  it("takes the frame that came the shortest way for the truth", () => {
    const clock = new AudioClock();
    for (let frame = 1; frame <= 200; frame++) clock.arrived(frame * 160, 1000 + frame * 20 + (frame % 7) * 9);
    expect(clock.at(80 * 160)).toBe(1000 + 80 * 20);
  });

  it("follows a far side whose clock drifts, or that lost a second", () => {
    const clock = new AudioClock();
    for (let frame = 1; frame <= 1000; frame++) clock.arrived(frame * 160, frame * 20 + (frame > 300 ? 1000 : 0));
    expect(clock.at(160)).toBe(1020);
  });
});

describe("runs of speech", () => {
  /** Gives, per window, whether somebody speaks: "." unlikely, "-" in between, "#" likely. */
  function track(windows: string): string {
    const tracker = new SpeechTracker(defaultTuning);
    const likely: Record<string, number> = { ".": 0.1, "-": 0.4, "#": 0.9 };
    return [...windows].map((w, at) => (tracker.push(likely[w] ?? 0, (at + 1) * 256) ? "#" : ".")).join("");
  }

  it("need a clear beginning", () => {
    expect(track("..#..")).toBe(".....");
    expect(track(".----.")).toBe("......");
    expect(track("..#-#..")).toBe(".......");
    expect(track("..##")).toBe("...#");
  });

  it("go on with less, and through short closures", () => {
    expect(track("##---...---")).toBe(".##########");
    expect(track("##....-#")).toBe(".####...");
  });

  it("are placed from the first to the last window of speech", () => {
    const tracker = new SpeechTracker(defaultTuning);
    let run = null;
    for (const [at, probability] of [0, 0.9, 0.9, 0.4, 0, 0].entries()) run = tracker.push(probability, (at + 1) * 256);
    expect(run).toEqual({ startSample: 256, endSample: 1024, voicedMs: 96 });
  });
});
