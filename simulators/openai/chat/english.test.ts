import { describe, expect, test } from "vitest";
import { args, Talk, tool } from "./testing/talk.ts";

const PROMPT = `התכתבות עם לקוח שכותב באנגלית. כאן עונה הנציג הדיגיטלי של העסק, באנגלית בלבד.
שם העסק: Morning Bakery
כתובת: Herzl 1, Holon
שעות פתיחה: ימים ראשון עד חמישי 09:00 עד 18:00, יום שישי 09:00 עד 13:00, יום שבת סגור

מוצרים להזמנה:
1. תמרים: 40 ₪

העגלה של הלקוח:
ריקה
`;
const text = { type: "string" };
const TOOLS = [
  tool("take_message", "השארת הודעה לצוות", { message: text }, ["message"]),
  tool("hand_over", "העברה לאדם: כשמבקשים, או כשכועסים.", { reason: { ...text, enum: ["asked", "angry"] } }, [
    "reason",
  ]),
  tool("not_sure", "סימון שהתשובה אינה ודאית.", {}, []),
  tool("order", "שינוי העגלה של הלקוח.", {}, []),
];
const says = (words: string) => new Talk(PROMPT, { tools: TOOLS }).says(words);

describe("where the prompt asks for English", () => {
  test("the answers are in English, from what the prompt says", () => {
    expect(says("When are you open?").text).toBe(
      "Our opening hours: Sunday to Thursday 09:00 to 18:00, Friday 09:00 to 13:00, Saturday closed.",
    );
    expect(says("Where are you located?").text).toBe("Our address: Herzl 1, Holon.");
    expect(says("good morning").text).toBe("How can we help you?");
    expect(says("Do you sell flour?").text).toContain("do not know");
    expect(args(says("Do you sell flour?"), "not_sure")).toEqual({});
  });

  test("a person is given to whom asks for one or is angry, and a message is taken", () => {
    expect(args(says("Can I talk to a real person?"), "hand_over")).toEqual({ reason: "asked" });
    expect(args(says("You are thieves and liars!"), "hand_over")).toEqual({ reason: "angry" });
    const wish = "Please call me tomorrow";
    expect(args(says(wish), "take_message")).toEqual({ message: wish });
  });

  test("orders are taken in English, and nothing is said twice", () => {
    const talk = new Talk(PROMPT, { tools: TOOLS });
    expect(talk.says("two boxes of dates please")).toMatchObject({ text: "Gladly.", calls: [{ name: "order" }] });
    expect(talk.result('{"ok":true,"told":"מה שנעשה יישלח"}')).toEqual({ text: "", calls: [] });
    expect(says("dates").text).toBe("תמרים: how many would you like?");
  });
});
