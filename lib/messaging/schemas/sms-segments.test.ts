import { expect, it } from "vitest";
import { smsSegments } from "./sms-segments.ts";

it.each([
  ["nothing", "", "gsm7", 0, 0],
  ["70 Hebrew letters", "ש".repeat(70), "ucs2", 1, 70],
  ["71 Hebrew letters", "ש".repeat(71), "ucs2", 2, 71],
  ["two full parts of Hebrew", "ש".repeat(134), "ucs2", 2, 134],
  ["one letter more", "ש".repeat(135), "ucs2", 3, 135],
  ["160 Latin letters", "a".repeat(160), "gsm7", 1, 160],
  ["161 Latin letters", "a".repeat(161), "gsm7", 2, 161],
  ["two full parts of Latin", "a".repeat(306), "gsm7", 2, 306],
  ["one more", "a".repeat(307), "gsm7", 3, 307],
  ["the euro and brackets count twice", "€[]".repeat(26), "gsm7", 1, 156],
  ["the 161st is the second half of a euro", `${"a".repeat(159)}€`, "gsm7", 2, 161],
  ["a single Hebrew letter makes all of it UCS-2", `${"a".repeat(70)}ש`, "ucs2", 2, 71],
  ["a typographic apostrophe is outside of GSM's alphabet", "it’s", "ucs2", 1, 4],
  ["an emoji is two", `${"ש".repeat(68)}😀`, "ucs2", 1, 70],
  ["an emoji that just does not fit", `${"ש".repeat(69)}😀`, "ucs2", 2, 71],
])("%s: %s", (_name, text, encoding, segments, units) => {
  expect(smsSegments(text)).toEqual({ encoding, segments, units });
});

it("what takes two units is never cut in two", () => {
  // 66 units and an emoji, twice: one unit of the first two parts stays empty.
  expect(smsSegments(`${`${"ש".repeat(66)}😀`.repeat(2)}`)).toMatchObject({ units: 136, segments: 3 });
  expect(smsSegments(`${"a".repeat(152)}€${"a".repeat(152)}`)).toMatchObject({ units: 306, segments: 3 });
});
