import { describe, expect, it } from "vitest";
import { hebrewDate, hebrewNumeral } from "./hebrew-date.ts";

describe("hebrewDate", () => {
  it.each([
    ["2025-11-18T10:00:00Z", "כ״ז בחשוון"],
    ["2025-09-23T10:00:00Z", "א׳ בתשרי"],
    ["2026-02-02T10:00:00Z", "ט״ו בשבט"],
    ["2025-11-18T22:30:00Z", "כ״ח בחשוון"],
  ])("%s is %s", (moment, text) => expect(hebrewDate(new Date(moment))).toBe(text));
});

it.each([
  [1, "א׳"],
  [10, "י׳"],
  [15, "ט״ו"],
  [16, "ט״ז"],
  [18, "י״ח"],
  [30, "ל׳"],
])("writes %i as %s", (day, letters) => expect(hebrewNumeral(day)).toBe(letters));
