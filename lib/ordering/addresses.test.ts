import { describe, expect, it } from "vitest";
import { looksLikeAddress } from "./addresses.ts";

describe("an address that nobody called one", () => {
  it.each([
    "הרצל 12, חולון, קומה 2",
    "הרצל 12א׳ חולון",
    "רח׳ ביאליק, רמת גן",
    "לרחוב הרצל בחולון",
    "שדרות רוטשילד תל אביב",
    "כיכר המדינה",
    "5 Herzl St., Holon",
    "הרצל 12, חולון, קומה 2 דירה 5, קוד כניסה 1234, להשאיר ליד הדלת",
  ])("is one: %s", (text) => expect(looksLikeAddress(text)).toBe(true));

  it.each([
    "אפשר לדבר עם נציג",
    "בן אדם",
    "אתם גנבים תחזירו לי את הכסף",
    "אני אאסוף לבד",
    "תחזירו לי 50 שקל",
    "1 x 2 בלי שומשום",
    "הרצל 12? או 14",
    "12",
  ])("is none: %s", (text) => expect(looksLikeAddress(text)).toBe(false));
});
