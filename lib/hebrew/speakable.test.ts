import { describe, expect, it } from "vitest";
import { speakable } from "./speakable.ts";
import { spokenDigits } from "./spoken-digits.ts";

describe("speakable", () => {
  it.each([
    ["**בשמחה!** יש לנו `דירה`", "בשמחה! יש לנו דירה"],
    ["# כותרת\n- ראשון\n2. שני", "כותרת ראשון שני"],
    ["הפרטים [כאן](https://x.co/a?b=1) באתר", "הפרטים כאן באתר"],
    ["אפשר לראות ב-https://moked.co.il/a_b. תודה", "אפשר לראות ב-. תודה"],
    ["מעולה 🎉👍🏽 תודה", "מעולה תודה"],
    ["המחיר ₪5,000 או 7,500 ₪", "המחיר 5,000 שקלים או 7,500 שקלים"],
    ["הנחה של 10%", "הנחה של 10 אחוז"],
    ["כהן & לוי", "כהן ולוי"],
    ["אלה 3.5 חדרים, 053-123-4567", "אלה 3.5 חדרים, 053-123-4567"],
    ["בע״מ ורח׳ ויצמן", "בע״מ ורח׳ ויצמן"],
    ["\u200f5,000\u00a0₪", "5,000 שקלים"],
  ])("%j becomes %j", (written, spoken) => expect(speakable(written)).toBe(spoken));

  it("is empty when there is nothing to say", () => {
    expect(speakable(" 🎉 — ")).toBe("");
    expect(speakable("***")).toBe("");
  });
});

describe("spokenDigits", () => {
  it.each([
    ["אפס חמש שלוש אחת שתיים שלוש ארבע חמש שש שבע", "0531234567"],
    ["053-123-4567", "0531234567"],
    ["המספר הוא אפס חמש ארבע, 55 וארבע 123", "054554123"],
    ["לא רוצה", ""],
  ])("%j gives %j", (said, digits) => expect(spokenDigits(said)).toBe(digits));
});
