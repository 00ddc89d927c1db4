import { describe, expect, it } from "vitest";
import { talkOver } from "./talk-over.ts";

const agent = "יש לנו שלוש דירות יפות באזור. מתי נוח לכם לבוא?";

describe("what is said over the agent", () => {
  it.each(["כן", "כן כן", "אהה.", "אה", "אהה אהה", "בסדר", "נו", "אוקיי,", "הבנתי", "מממ", "כן, בסדר", "הממ"])(
    "is agreement: %s",
    (text) => expect(talkOver(text, agent)).toBe("backchannel"),
  );

  it.each(
    "OK|OK.|Okay|Yes|mhm|Mm-hmm|אוקייי|או-קיי|אממם|ממם|אהמ|אהם|בסדר גמור|אני מבין|אני מבינה|הבנתי אותך|נכון מאוד|אין בעיה|כןןן|סבבההה|כן, אין בעיה, OK".split(
      "|",
    ),
  )("is agreement, however it is said and written: %s", (text) => {
    expect(talkOver(text, agent)).toBe("backchannel");
  });

  it.each([
    "stop",
    "OK stop",
    "לא OK",
    "אין",
    "אני",
    "אין בעיה אבל",
    "אני מבין שלא",
    "או",
    "מה",
    "האם",
    "הם",
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
