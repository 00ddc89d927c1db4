import { describe, expect, it } from "vitest";
import { isMissed, lineOf } from "./figure.ts";
import { groupsNamed } from "./names.ts";
import { slope, warmAndLast } from "./soak/memory.ts";
import { mean, percentile } from "./statistics.ts";

describe("a figure's line", () => {
  it("says the name, the value, the unit and the target", () => {
    expect(lineOf({ name: "call.greeting_p95", value: 87.345, unit: "ms", target: { atMost: 150 } })).toBe(
      "call.greeting_p95 87.3 ms (target <= 150)",
    );
    expect(lineOf({ name: "call.fillers", value: 2, unit: "turns", note: "of 60" })).toBe(
      "call.fillers 2 turns [of 60]",
    );
  });

  it("begins with MISS when the target is missed, or nothing could be measured", () => {
    expect(lineOf({ name: "x", value: 151, unit: "ms", target: { atMost: 150 } })).toBe(
      "MISS x 151 ms (target <= 150)",
    );
    expect(lineOf({ name: "x", value: null, unit: "ms", target: { below: 5 } })).toBe("MISS x - ms (target < 5)");
  });

  it("misses as the target says", () => {
    const figure = (value: number) => ({ name: "x", value, unit: "ms" });
    expect(isMissed({ ...figure(5), target: { atMost: 5 } })).toBe(false);
    expect(isMissed({ ...figure(5), target: { below: 5 } })).toBe(true);
    expect(isMissed({ ...figure(5), target: { atLeast: 6 } })).toBe(true);
    expect(isMissed({ ...figure(5) })).toBe(false);
  });
});

describe("statistics", () => {
  it("interpolates percentiles", () => {
    expect(percentile([4, 1, 3, 2], 50)).toBe(2.5);
    expect(percentile([7], 95)).toBe(7);
    expect(percentile([1, 2, 3, 4, 5], 100)).toBe(5);
    expect(percentile([], 50)).toBeNull();
  });

  it("knows no mean of nothing", () => {
    expect(mean([])).toBeNull();
    expect(mean([1, 2])).toBe(1.5);
  });
});

describe("what is asked for", () => {
  const known = ["call.turns", "call.soak", "caller", "vad"];
  it("is a group, or a whole family", () => {
    expect(groupsNamed("call", known)).toEqual(["call.turns", "call.soak"]);
    expect(groupsNamed("call.soak", known)).toEqual(["call.soak"]);
    expect(groupsNamed("call.", known)).toEqual([]);
    expect(groupsNamed("ca", known)).toEqual([]);
  });
});

describe("memory over ten minutes", () => {
  const samples = (memoryAt: (atS: number) => number) =>
    Array.from({ length: 301 }, (_, index) => ({ atS: index * 2, memoryMb: memoryAt(index * 2) }));

  it("is compared from the second minute on", () => {
    const filling = samples((atS) => (atS < 60 ? 100 + atS : 160));
    expect(warmAndLast(filling)).toEqual({ warm: 160, last: 160 });
    expect(slope(filling)).toBeCloseTo(0);
  });

  it("shows a leak, and not the ups and downs of garbage", () => {
    expect(slope(samples((atS) => 100 + atS / 60))).toBeCloseTo(1);
    const leaking = warmAndLast(samples((atS) => 100 + atS / 60));
    expect((leaking.last ?? 0) - (leaking.warm ?? 0)).toBeCloseTo(8);
    expect(Math.abs(slope(samples((atS) => 100 + (atS % 20))) ?? Number.NaN)).toBeLessThan(0.1);
  });

  it("says nothing without samples", () => {
    expect(warmAndLast([])).toEqual({ warm: null, last: null });
    expect(slope([])).toBeNull();
  });
});
