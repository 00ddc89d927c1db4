import { describe, expect, it } from "vitest";
import { wantsPerson } from "./wants-person.ts";

describe("a wish for a person", () => {
  it.each([
    "נציג",
    "נציגה!",
    "בן אדם",
    "אפשר נציג אנושי?",
    "אפשר לדבר עם נציג",
    "אני רוצה לדבר עם נציג עכשיו",
    "תעבירו אותי לבן אדם בבקשה",
    "אני רוצה לדבר עם מנהל",
    "Human",
    "can I talk to a human please?",
  ])("is: %s", (text) => expect(wantsPerson(text)).toBe(true));

  it.each([
    "",
    "?",
    "אני לא רוצה נציג",
    "נציג אמר לי שההזמנה יצאה",
    "אפשר לדבר עם נציג על החשבון שלי",
    "I want a cake",
  ])("is not, or not only: %j", (text) => expect(wantsPerson(text)).toBe(false));
});
