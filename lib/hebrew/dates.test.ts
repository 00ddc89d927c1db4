import { describe, expect, it } from "vitest";
import { clockTime, dateInWords, isOpenAt, openingHoursInWords } from "./dates.ts";

const span = (from: string, to: string) => [{ from, to }];
const hours = {
  "0": span("09:00", "18:00"),
  "1": span("09:00", "18:00"),
  "2": span("09:00", "18:00"),
  "3": span("09:00", "18:00"),
  "4": span("09:00", "18:00"),
  "5": span("09:00", "13:00"),
  "6": [],
};

describe("dates in words", () => {
  it("says the day and the hour of Israel, winter and summer", () => {
    expect(dateInWords(new Date("2025-08-12T21:30:00Z"))).toBe("יום רביעי, 13 באוגוסט 2025 (13.8.2025)");
    expect(clockTime(new Date("2025-08-12T21:30:00Z"))).toBe("00:30");
    expect(dateInWords(new Date("2025-12-12T21:30:00Z"))).toBe("יום שישי, 12 בדצמבר 2025 (12.12.2025)");
    expect(clockTime(new Date("2025-12-12T21:30:00Z"))).toBe("23:30");
  });
});

describe("opening hours in words", () => {
  it("puts equal days together", () => {
    expect(openingHoursInWords(hours)).toBe(
      "ימים ראשון עד חמישי 09:00 עד 18:00, יום שישי 09:00 עד 13:00, יום שבת סגור",
    );
  });

  it("names two spans, two days, and days that are not there as closed", () => {
    const split = { "0": [...span("08:00", "12:00"), ...span("16:00", "19:00")] };
    expect(openingHoursInWords(split)).toBe("יום ראשון 08:00 עד 12:00 וגם 16:00 עד 19:00, ימים שני עד שבת סגור");
    expect(openingHoursInWords({ ...hours, "5": [] })).toContain("ימים שישי ושבת סגור");
  });

  it("knows whether it is open, by the clock in Israel", () => {
    expect(isOpenAt(hours, new Date("2025-08-14T14:59:00Z"))).toBe(true);
    expect(isOpenAt(hours, new Date("2025-08-14T15:00:00Z"))).toBe(false);
    expect(isOpenAt(hours, new Date("2025-08-16T09:00:00Z"))).toBe(false);
  });
});
