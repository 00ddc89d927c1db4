import { describe, expect, it } from "vitest";
import { isSeen, withoutOverrides } from "./bidi.ts";

describe("what forces letters into another order", () => {
  it("is taken out, and a name of a file ends as it ends", () => {
    expect(withoutOverrides("חוזה \u202egpj.exe")).toBe("חוזה gpj.exe");
    expect(withoutOverrides("\u202dשלום\u202c")).toBe("שלום\u202c");
  });

  it("is not what holds an emoji together, or keeps a text in its own direction", () => {
    for (const text of ["👨\u200d👩\u200d👧", "\u200f\u2068Deluxe 2\u2069", "שורה\nושורה"])
      expect(withoutOverrides(text)).toBe(text);
  });
});

describe("a text in which nothing is seen", () => {
  it.each(["", " \n\t", "\u200b\u200d\u2060", "\u200e\ufeff", "\u00ad", "\u2800\u2800", "\u3164", "\ufe0f", "\u202e"])(
    "is %j",
    (text) => expect(isSeen(text)).toBe(false),
  );

  it.each(["א", "\u200f?", "❤\ufe0f", "👨\u200d👩\u200d👧", "1️⃣", "."])("is not %j", (text) =>
    expect(isSeen(text)).toBe(true),
  );
});
