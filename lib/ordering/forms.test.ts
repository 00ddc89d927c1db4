import { describe, expect, it } from "vitest";
import { isOrderForm, parseOrderForm } from "./forms.ts";
import { languageOf } from "./language.ts";

describe("the exact words of ordering", () => {
  it.each([
    ["hi", { kind: "menu" }],
    ["היי!", { kind: "menu" }],
    ["1", { kind: "number", number: 1 }],
    ["2.", { kind: "number", number: 2 }],
    ["1 x 10", { kind: "add", number: 1, quantity: 10, rest: "" }],
    ["1x10", { kind: "add", number: 1, quantity: 10, rest: "" }],
    ["1×10", { kind: "add", number: 1, quantity: 10, rest: "" }],
    ["1*10", { kind: "add", number: 1, quantity: 10, rest: "" }],
    ["1 X 10", { kind: "add", number: 1, quantity: 10, rest: "" }],
    ["\u202b1 x 10\u202c", { kind: "add", number: 1, quantity: 10, rest: "" }],
    ["1 x 2 גדול", { kind: "add", number: 1, quantity: 2, rest: "גדול" }],
    ["10 יחידות של 1", { kind: "add", number: 1, quantity: 10, rest: "" }],
    ["1 x -5", { kind: "add", number: 1, quantity: -5, rest: "" }],
    ["1 x 0", { kind: "add", number: 1, quantity: 0, rest: "" }],
    ["1 x 999999", { kind: "add", number: 1, quantity: 999_999, rest: "" }],
    ["1 x 1,000", { kind: "add", number: 1, quantity: 1000, rest: "" }],
    ["1x1, גדול", { kind: "add", number: 1, quantity: 1, rest: "גדול" }],
    ["1x1,גדול", { kind: "add", number: 1, quantity: 1, rest: "גדול" }],
    ["1 x 1,5", { kind: "unclear", about: "add" }],
    ["1 x 1.5", { kind: "unclear", about: "add" }],
    ["1 x 3 x 4", { kind: "unclear", about: "add" }],
    ["1 x 2, 2 x 1,5", { kind: "unclear", about: "add" }],
    ["1x3x4", { kind: "unclear", about: "add" }],
    ["שנה 12", { kind: "unclear", about: "change" }],
    ["change 15", { kind: "unclear", about: "change" }],
    ["שנה 1-5", { kind: "unclear", about: "change" }],
    ["שנה 1 5", { kind: "change", number: 1, quantity: 5 }],
    ["שנה 1 ל5", { kind: "change", number: 1, quantity: 5 }],
    ["עגלה", { kind: "cart" }],
    ["הסר 2", { kind: "remove", number: 2 }],
    ["remove 2", { kind: "remove", number: 2 }],
    ["הוסף 3 x 2", { kind: "add", number: 3, quantity: 2, rest: "" }],
    ["2 של 3", { kind: "add", number: 3, quantity: 2, rest: "" }],
    ["1️⃣", { kind: "number", number: 1 }],
    ["כן, תודה", { kind: "yes" }],
    ["עוד", { kind: "more" }],
    ["הערה: בלי בצל, תודה!", { kind: "note", text: "בלי בצל, תודה!" }],
    ["Address: 5 Herzl St.", { kind: "address", text: "5 Herzl St." }],
    ["שנה 2 ל-5", { kind: "change", number: 2, quantity: 5 }],
    ["change 2 to 5", { kind: "change", number: 2, quantity: 5 }],
    ["רוקן", { kind: "empty" }],
    ["place order", { kind: "place" }],
    ["Place  Order", { kind: "place" }],
    ["לבצע הזמנה", { kind: "place" }],
    ["yes", { kind: "yes" }],
    ["כן.", { kind: "yes" }],
    ["בטל", { kind: "cancel" }],
    ["נציג", { kind: "agent" }],
    ["סטטוס", { kind: "status" }],
  ])("%j", (text, form) => {
    expect(parseOrderForm(text)).toEqual(form);
    expect(isOrderForm(text)).toBe(true);
  });

  it.each(["1 x 2\n2 x 1\n3 x 10", "1 x 2, 2 x 1, 3 x 10", "1x2 2x1 3x10", "הוסף 1 x 2 2*1 ו-3 x 10"])(
    "several products: %j",
    (text) => {
      const add = (number: number, quantity: number) => ({ kind: "add", number, quantity, rest: "" });
      expect(parseOrderForm(text)).toEqual({ kind: "several", adds: [add(1, 2), add(2, 1), add(3, 10)] });
    },
  );

  it.each([
    "הסר",
    "הסירו אותי",
    "אפשר שתי קופסאות מהתמרים?",
    "כתובת החנות?",
    "",
    "שלום, יש דירות?",
    "12345678901",
    '\'; drop table "order"; --',
  ])("are not: %j", (text) => expect(parseOrderForm(text)).toBeNull());

  it("pictures alone are none that answers at once: words often follow", () => {
    expect(parseOrderForm("😀😀")).toEqual({ kind: "wordless" });
    expect(isOrderForm("😀😀")).toBe(false);
  });

  it("are answered in the letters in which they were written", () => {
    expect(languageOf("place order")).toBe("en");
    expect(languageOf("1 x 10")).toBeNull();
    expect(languageOf("לבצע הזמנה")).toBe("he");
  });
});
