import { describe, expect, it } from "vitest";
import { talkOver } from "./talk-over.ts";

const agent = "יש לנו שלוש דירות יפות באזור. מתי נוח לכם לבוא?";

describe("what is said over the agent", () => {
  it.each(["כן", "כן כן", "אהה.", "אה", "אהה אהה", "בסדר", "נו", "אוקיי,", "הבנתי", "מממ", "כן, בסדר", "הממ"])(
    "is agreement: %s",
    (text) => expect(talkOver(text, agent)).toBe("backchannel"),
  );

  it.each([
    "רגע",
    "חכה",
    "חכי",
    "סליחה",
    "לא",
    "לא לא",
    "עצור",
    "די",
    "שנייה",
    "כן אבל",
    "כמה זה עולה?",
    "הלו",
    "כן, מחר",
    "שלוש",
  ])("is meant: %s", (text) => expect(talkOver(text, agent)).toBe("speech"));

  it.each(["", "...", "שלוש דירות", "יפות באזור מתי"])("is nothing: %j", (text) => {
    expect(talkOver(text, agent)).toBe("nothing");
  });
});
