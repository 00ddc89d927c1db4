import { describe, expect, test } from "vitest";
import { LATENCY_TABLE, Latency, type LatencyStep } from "./latency.ts";

const STEPS: LatencyStep[] = ["transcription", "model", "voice"];

describe("latency profiles", () => {
  for (const profile of ["typical", "fast", "slow"] as const) {
    for (const step of STEPS) {
      test(`${profile} ${step} keeps the table's median and p95`, () => {
        const latency = new Latency(profile, 7);
        const samples = Array.from({ length: 20_000 }, () => latency.firstMs(step)).sort((a, b) => a - b);
        const { medianMs, p95Ms } = LATENCY_TABLE[profile][step];
        expect(at(samples, 0.5) / medianMs).toBeCloseTo(1, 1);
        expect(at(samples, 0.95) / p95Ms).toBeGreaterThan(0.95);
        expect(at(samples, 0.95) / p95Ms).toBeLessThan(1.05);
      });
    }
  }

  test("holds the published table", () => {
    const rows = Object.values(LATENCY_TABLE).map(({ transcription, model, voice, perTokenMs, realTimeFactor }) => [
      ...[transcription, model, voice].flatMap(({ medianMs, p95Ms }) => [medianMs, p95Ms]),
      perTokenMs,
      realTimeFactor,
    ]);
    expect(rows).toEqual([
      [450, 800, 450, 900, 200, 400, 15, 10],
      [150, 250, 250, 450, 100, 180, 8, 20],
      [900, 2000, 1200, 3000, 600, 1500, 40, 3],
    ]);
    expect(new Latency("slow").restOfAudioMs(3000)).toBe(1000);
  });

  test("the same seed gives the same series, and none answers at once", () => {
    const first = new Latency("typical", 3);
    const second = new Latency("typical", 3);
    expect([first.firstMs("voice"), first.firstMs("model")]).toEqual([
      second.firstMs("voice"),
      second.firstMs("model"),
    ]);
    first.set("none");
    expect([first.firstMs("model"), first.perTokenMs(), first.restOfAudioMs(9000)]).toEqual([0, 0, 0]);
  });

  test("can have another profile for a single step", () => {
    const latency = new Latency("typical");
    latency.set("none", 1, { voice: "slow" });
    expect(latency.firstMs("transcription")).toBe(0);
    expect(latency.firstMs("voice")).toBeGreaterThan(0);
    expect(latency.restOfAudioMs(3000)).toBe(1000);
    latency.set("none");
    expect(latency.firstMs("voice")).toBe(0);
  });
});

function at(sorted: number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
