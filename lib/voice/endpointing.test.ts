import { describe, expect, it } from "vitest";
import { completeness } from "./endpointing.ts";

describe("whether words look finished", () => {
  it.each([
    "כן",
    "כן.",
    "לא תודה",
    "אני מחפש דירה להשכרה בתל אביב.",
    "שלושה חדרים",
    "5500 שקל",
    "קומה 3",
    "המספר שלי 050-1234567",
    "050 123 45 67",
    "03-5551234",
    "אפס חמש שתיים אחת שתיים שלוש ארבע חמש שש שבע",
    "מה יש לי?",
    "תחזרו אליי",
    "+972501234567",
  ])("finished: %s", (text) => expect(completeness(text)).toBe("finished"));

  it.each([
    "אני מחפש דירה של",
    "אני מחפש דירה ו",
    "אני מחפש דירה ו...",
    "דירה ב-",
    "אני רוצה את.",
    "אממ",
    "אה",
    "הייתי שם כי",
    "דירה של שלושה חדרים,",
    "אני מחפש",
    "המספר שלי 050",
    "050-123",
    "אפס חמש שתיים אחת",
    "תעודת זהות 3 1 2 4",
    "שמי",
    "+97250",
  ])("unfinished: %s", (text) => expect(completeness(text)).toBe("unfinished"));

  it.each(["", "  ", "...", "?"])("empty: %j", (text) => expect(completeness(text)).toBe("empty"));
});
