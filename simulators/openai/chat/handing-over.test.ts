import { expect, test } from "vitest";
import { args, Talk as TalkWith, tool } from "./testing/talk.ts";

const PROMPT = `התכתבות עם לקוח. כאן עונה הנציג הדיגיטלי של העסק.
שם העסק: מאפיית הבוקר
שעות פתיחה: ראשון עד חמישי 9:00–18:00
- על עצמנו כותבים בלשון רבים.`;
const TOOLS = [
  tool("take_message", "השארת הודעה לצוות", { message: { type: "string" } }, ["message"]),
  tool(
    "hand_over",
    "העברת ההתכתבות לאדם מהצוות: כשמבקשים זאת, או כשכועסים.",
    { reason: { type: "string", enum: ["asked", "angry"], description: "asked: ביקשו אדם. angry: כועסים" } },
    ["reason"],
  ),
  tool("not_sure", "סימון שהתשובה אינה ודאית.", {}, []),
];
class Talk extends TalkWith {
  constructor() {
    super(PROMPT, { tools: TOOLS });
  }
}

test.each([
  ["אתם גנבים ושקרנים! חוצפה!", "angry"],
  ["איזו חוצפה.", "angry"],
  ["תעבירו אותי לבן אדם בבקשה", "asked"],
  ["אפשר לדבר עם מישהו?", "asked"],
])("%s is handed over as %s, politely and once", (said, reason) => {
  const talk = new Talk();
  const reply = talk.says(said);
  expect(args(reply, "hand_over")).toEqual({ reason });
  expect(reply.text).toContain("אנחנו מעבירים אתכם.");
  expect(talk.result('{"ok":true}')).toEqual({ text: "", calls: [] });
});

test("what the prompt does not tell is marked as not sure, and nothing else is", () => {
  const talk = new Talk();
  const reply = talk.says("יש לכם חניה לנכים?");
  expect(reply.text).toContain("אין לי תשובה");
  expect(args(reply, "not_sure")).toEqual({});
  expect(talk.result('{"ok":true}')).toEqual({ text: "", calls: [] });
  expect(new Talk().says("מתי אתם פתוחים?").calls).toEqual([]);
});
