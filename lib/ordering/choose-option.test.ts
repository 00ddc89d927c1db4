import { describe, expect, it } from "vitest";
import { emptyCart } from "./cart.ts";
import type { ProductRow } from "./catalogue.ts";
import { askFor, chosenIn, chosenNow } from "./choose-option.ts";
import type { OrderingStep } from "./step.ts";

/** What is chosen by these words where these labels are to choose from; null when nothing is. */
function chosenOf(labels: string[], said: string): string | null {
  const options = [{ name: "מה", choices: labels.map((label) => ({ label, extraAgorot: 0 })) }];
  const product = { id: "one", name: "עוגה", options } as ProductRow;
  const step = { cart: emptyCart(), products: new Map([["one", product]]) } as unknown as OrderingStep;
  askFor(step.cart, { productId: "one", quantity: 1, options: {} });
  return chosenNow(step, said)?.[1].options.מה ?? null;
}

describe("a choice", () => {
  it.each([
    [["38", "40", "42"], "40", "40"],
    [["38", "40", "42"], "40.", "40"],
    [["38", "40", "42"], "2", "40"],
    [["38", "40", "42"], "מידה 42 בבקשה", "42"],
    [["2", "1", "3"], "2", "2"],
    [["כן", "לא"], "כן", "כן"],
    [["כן", "לא"], "לא", "לא"],
    [["כן", "לא"], "לא תודה", "לא"],
    [["קטן", "קטן מאוד", "גדול"], "הקטן מאוד", "קטן מאוד"],
    [["קר", "חם"], "קר בבקשה", "קר"],
    [["S", "M", "L"], "m", "M"],
    [["1.5", "5"], "1.5 ליטר", "1.5"],
    [["ללא (רגיל)", "עם"], "ללא (רגיל)", "ללא (רגיל)"],
  ])("of %j is made by %j: %s", (labels, said, chosen) => expect(chosenOf(labels, said)).toBe(chosen));

  it.each([
    [["קר", "חם"], "כמה זה עולה? נשמע יקר"],
    [["קר", "חם"], "נשמע יקר"],
    [["קר", "חם"], "יש קר"],
    [["S", "M", "L"], "what sizes do you have?"],
    [["S", "M", "L"], "what sizes do you have in s"],
    [["קטן", "גדול"], "לא קטן"],
    [["38", "40"], "7"],
    [["5"], "1.5 ליטר"],
    [["קטן", "גדול"], "בטל"],
  ])("of %j is not made by %j", (labels, said) => expect(chosenOf(labels, said)).toBe(null));

  it("among the words behind a quantity is one of whole words, too", () => {
    const options = [{ name: "טעם", choices: [{ label: "קר", extraAgorot: 0 }] }];
    expect(chosenIn(options, "לא יקר")).toEqual({});
    expect(chosenIn(options, "קר ובשקית")).toEqual({ טעם: "קר" });
  });
});
