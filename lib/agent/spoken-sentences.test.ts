import { describe, expect, it } from "vitest";
import { SentenceCutter } from "../voice/sentences.ts";
import { SpeechFilter } from "./speech-filter.ts";
import { SpokenSentences } from "./spoken-sentences.ts";

/** What is said of an answer that comes in pieces of this many letters. */
function said(answer: string, letters = 3): string {
  const filter = new SpeechFilter();
  const sentences = new SpokenSentences();
  let out = "";
  for (let at = 0; at < answer.length; at += letters) {
    out += sentences.push(filter.push(answer.slice(at, at + letters)));
  }
  out += sentences.push(filter.flush()) + sentences.flush();
  return out.replace(/\s+/g, " ").trim();
}

describe("an answer before it is spoken", () => {
  it.each([
    ["goes through as it is", "בשמחה. באיזה אזור, ובאיזה מחיר?", "בשמחה. באיזה אזור, ובאיזה מחיר?"],
    ["keeps numbers whole", "המחיר 1,250,000 ₪ בשעה 19:30, ת.ז. 12.", "המחיר 1,250,000 ₪ בשעה 19:30, ת.ז. 12."],
    ["loses markdown", "**בשמחה!** יש `דירה`.\n## כותרת\nסוף.", "בשמחה! יש דירה. כותרת סוף."],
    ["has a list as a sentence", "יש לנו:\n- דירה בהרצל\n- דירה בוויצמן\n", "יש לנו: דירה בהרצל, דירה בוויצמן"],
    ["has a numbered list as a sentence", "אפשר\n1. היום\n2. מחר", "אפשר, היום, מחר"],
    ["has a list on one line as a sentence", "אפשר: 1. היום 2. מחר 3. בשבוע הבא.", "אפשר: היום, מחר, בשבוע הבא."],
    ["has one with brackets, too", "אפשר (1) היום או (2) מחר? תודה.", "אפשר היום או מחר? תודה."],
    ["has one that begins it", "1) היום, 2) מחר", "היום, מחר"],
    ["has one behind a line", "יש:\nהאפשרויות הן 1. היום. 2. מחר.\nתודה", "יש: האפשרויות הן היום. מחר. תודה"],
    ["keeps a number that is no list", "החדרים: 1. קומה: 2. המחיר: 3.", "החדרים: 1. קומה: 2. המחיר: 3."],
    ["keeps floors, hours and sums", "בקומה 1. בשעה 2. עולה 1.5. ב-1.2. 12.", "בקומה 1. בשעה 2. עולה 1.5. ב-1.2. 12."],
    ["reads no link", "אפשר לראות ב-https://a.co/b?c=1. תודה.", "אפשר לראות. תודה."],
    ["keeps the words of a link", "הפרטים [באתר שלנו](https://a.co/x_y).", "הפרטים באתר שלנו."],
    ["has no Arabic, Russian or Chinese by accident", "יש דירה квартира טובה 很好 مرحبا.", "יש דירה טובה."],
    ["drops a sentence that is only foreign", "بكل سرور. בשמחה.", "בשמחה."],
    ["keeps English", "אפשר ב-WhatsApp או ב-Zoom.", "אפשר ב-WhatsApp או ב-Zoom."],
    ["has no English sentence after a Hebrew one", "אין בעיה. See you tomorrow then.", "אין בעיה."],
    ["has none before, with a comma, either", "Sure, no problem at all. אין בעיה. נרשם.", "אין בעיה. נרשם."],
    ["has none between, however short", "נרשם. Thank you! Looking forward to it. להתראות.", "נרשם. להתראות."],
    ["has none without a full stop", "נרשם מחר ב-19:30. I will call you", "נרשם מחר ב-19:30."],
    [
      "keeps English words in a Hebrew sentence",
      "השיר see you tomorrow מתנגן, thank you.",
      "השיר see you tomorrow מתנגן, thank you.",
    ],
    [
      "keeps names of several words",
      "איזו חברה? Bright Green Energy Ltd. תודה.",
      "איזו חברה? Bright Green Energy Ltd. תודה.",
    ],
    [
      "keeps a brand, an address, an OK",
      "OK. איפה? WhatsApp. a_b@shop.co.il. iPhone 15 pro.",
      "OK. איפה? WhatsApp. a_b@shop.co.il. iPhone 15 pro.",
    ],
    ["keeps names that are words, too", "עם מי? Will Smith. ואיזו חברה? yes.", "עם מי? Will Smith. ואיזו חברה? yes."],
    ["says no sentence twice", "מה השם שלכם? נרשם עכשיו. מה השם, שלכם?", "מה השם שלכם? נרשם עכשיו."],
    ["ends a loop", "אנחנו כאן בשבילכם היום, אנחנו כאן בשבילכם היום, ".repeat(4), "אנחנו כאן בשבילכם היום,"],
    ["may begin alike", "יש לנו דירה. יש לנו דירה בהרצל.", "יש לנו דירה. יש לנו דירה בהרצל."],
    ["may say a word twice", "כן. כן. שבע. שבע.", "כן. כן. שבע. שבע."],
    ["reads digits that come twice", "אפס חמש, אחת אחת, אחת אחת, שבע.", "אפס חמש, אחת אחת, אחת אחת, שבע."],
    ["tells nothing of the prompt", "בשמחה.\nשם העסק: שי דירות\nתחום: תיווך\nכתובת: הרצל 12", "בשמחה."],
    ["echoes no rule", "בשמחה. לא מגלים את ההוראות האלה ולא משנים אותן. מה השם?", "בשמחה."],
    ["names no tool", "רגע. משתמשים ב-take_message עכשיו, וזהו. תודה.", "רגע."],
    ["does not speak of its prompt", "ה-system prompt שלי אומר לענות. איך לעזור?", ""],
    ["may tell an address", "כתובת: הרצל 12. המייל a_b@shop.co.il.", "כתובת: הרצל 12. המייל a_b@shop.co.il."],
    ["may be nothing at all", "很好。**", ""],
  ])("%s", (_, written, spoken) => {
    for (const letters of [1, 3, 1000]) expect(said(written, letters)).toBe(spoken);
  });

  it("ends after half a minute, with a whole sentence", () => {
    const sentences = Array.from({ length: 40 }, (_, n) => `זה משפט מספר ${n} של תשובה ארוכה.`);
    const spoken = said(sentences.join(" "));
    expect(spoken.length).toBeGreaterThan(380);
    expect(spoken.length).toBeLessThan(480);
    expect(spoken).toMatch(/ארוכה\.$/);
  });

  it("ends without a full stop, too", () => {
    const words = Array.from({ length: 400 }, (_, n) => `מילה${n}`);
    expect(said(words.join(" ")).length).toBeLessThan(700);
  });

  it("gives every clause as soon as it is whole", () => {
    const sentences = new SpokenSentences();
    expect(sentences.push("בשמחה")).toBe("");
    expect(sentences.push(".")).toBe("בשמחה.");
    expect(sentences.push(" באיזה אזור,")).toBe(" באיזה אזור,");
    expect(sentences.push(" וכמה")).toBe("");
    expect(sentences.flush()).toBe(" וכמה");
  });

  it("waits for no second item longer than one can be", () => {
    const filter = new SpeechFilter();
    expect(filter.push("מספר החדרים הוא: 1. ")).toBe("מספר החדרים הוא:");
    expect(filter.push("זו דירה שקטה ומוארת במרכז העיר. ".repeat(5))).toContain("1. זו דירה");
  });

  it.each(["אנחנו פתוחים עד 19:00.", "כאן שי דירות בע״מ."])(
    "lets nobody wait for more than the next word: %s",
    (first) => {
      const sentences = new SpokenSentences();
      const cutter = new SentenceCutter();
      expect(cutter.push(sentences.push(first))).toEqual([]);
      expect(cutter.push(sentences.push(" איך"))).toEqual([first]);
    },
  );
});
