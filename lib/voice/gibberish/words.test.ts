import { expect, it } from "vitest";
import { lettersIn, wordsOf } from "./words.ts";

it("are bare: no punctuation, no nikud, no quotes inside", () => {
  expect(wordsOf("  שָׁלוֹם, אני מ-ת״א! I'm Here… ")).toEqual(["שלום", "אני", "מ", "תא", "im", "here"]);
  expect(wordsOf("♪ ...")).toEqual([]);
});

it("take as long as their letters, and figures longer", () => {
  expect(lettersIn(["כן", "תודה"])).toBe(6);
  expect(lettersIn(["052"])).toBe(6);
});
