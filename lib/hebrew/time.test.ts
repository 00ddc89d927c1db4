import { describe, expect, it } from "vitest";
import { addDays, localDay, startOfDay } from "./time.ts";

describe("days of Israel", () => {
  it("begin at local midnight, in winter, in summer, and on the days when the clock changes", () => {
    const midnights: [string, string][] = [
      ["2026-01-15", "2026-01-14T22:00:00.000Z"],
      ["2026-07-15", "2026-07-14T21:00:00.000Z"],
      ["2026-03-27", "2026-03-26T22:00:00.000Z"], // 02:00 becomes 03:00 later that day
      ["2026-03-28", "2026-03-27T21:00:00.000Z"],
      ["2026-10-25", "2026-10-24T21:00:00.000Z"], // 02:00 becomes 01:00 later that day
      ["2026-10-26", "2026-10-25T22:00:00.000Z"],
    ];
    for (const [day, moment] of midnights) {
      expect(startOfDay(day).toISOString()).toBe(moment);
      expect(localDay(new Date(moment))).toBe(day);
      expect(localDay(new Date(Date.parse(moment) - 1))).toBe(addDays(day, -1));
    }
  });

  it("follow each other without a gap or an overlap, over ten years", () => {
    for (let day = "2020-01-01"; day < "2030-01-01"; day = addDays(day, 1)) {
      const next = startOfDay(addDays(day, 1)).getTime();
      expect([23, 24, 25]).toContain((next - startOfDay(day).getTime()) / 3_600_000);
      expect(localDay(new Date(next - 1))).toBe(day);
    }
  });

  it("are counted over the ends of months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    expect(addDays("2026-03-27", 7)).toBe("2026-04-03");
  });
});
