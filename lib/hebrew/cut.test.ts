import { describe, expect, it } from "vitest";
import { cut } from "./cut.ts";

describe("the beginning of a text", () => {
  it.each([
    ["שלום", 4, "שלום"],
    ["שלום", 3, "שלו"],
    ["א😀", 3, "א😀"],
    ["א😀", 2, "א"],
    ["😀😀", 3, "😀"],
    ["😀", 1, ""],
    ["", 5, ""],
    ["not longer, and broken before: \ud83d", 40, "not longer, and broken before: \ud83d"],
  ])("of %s in %i is %s", (text, most, beginning) => {
    expect(cut(text, most)).toBe(beginning);
  });
});
