import { expect, it } from "vitest";
import { normalizeForSearch } from "./normalize.ts";

it.each([
  ["שָׁלוֹם עוֹלָם", "שלומ עולמ"],
  ["שּׁ ﬡ", "ש א"],
  ["כהן", normalizeForSearch("כהנ")],
  ["בע״מ", normalizeForSearch('בע"מ')],
  ["בע״מ", normalizeForSearch("בעמ")],
  ["צ׳ק", normalizeForSearch("צ'ק")],
  ["תל־אביב", normalizeForSearch("תל אביב")],
  ["תל-אביב", normalizeForSearch("תל – אביב")],
  ["  רווח\u00a0 כפול\n", "רווח כפול"],
  ["\u200fימין\u202c", "ימינ"],
  ["MoKeD", "moked"],
  ["", ""],
  ["\u05b0\u200f ״", ""],
])("%j is looked for as %j", (text, key) => {
  expect(normalizeForSearch(text)).toBe(key);
  expect(normalizeForSearch(normalizeForSearch(text))).toBe(key);
});
