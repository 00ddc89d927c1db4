import { describe, expect, test } from "vitest";
import { decide } from "./policy.ts";
import type { ChatRequest } from "./shape.ts";
import { args, request, Talk as TalkWith, tool } from "./testing/talk.ts";

const PROMPT = `את נועה, הנציגה הקולית של העסק.
שם העסק: שי דירות ומשרדים בע״מ
תחום: תיווך נדל״ן
כתובת: רחוב הרצל 12, תל אביב
שעות פתיחה: ראשון עד חמישי 9:00–18:00, שישי 9:00–13:00, שבת סגור
הנחיות:
- עני קצר, שאלה אחת בכל פעם.
- העמלה שלנו היא חודש שכירות אחד פלוס מע״מ.
- אל תמסרי פרטי ארנונה.
מספר המתקשר: +972541112233
תאריך: 2026-11-21`;
const GREETING = "שלום, הגעתם לשי דירות ומשרדים. איך אפשר לעזור?";

const text = { type: "string" };
const TOOLS = [
  tool("take_message", "רישום הודעה לעסק", { caller_name: text, phone: text, message: text }, ["message"]),
  tool(
    "open_task",
    "פתיחת משימה לצוות",
    { title: text, priority: { type: "string", enum: ["low", "normal", "high"] } },
    ["title"],
  ),
  tool("transfer_call", "העברת השיחה לנציג אנושי", { reason: text }, ["reason"]),
  tool("end_call", "סיום השיחה אחרי פרידה", { farewell: text }, []),
];

class Talk extends TalkWith {
  constructor({ prompt = PROMPT, ...options }: Partial<ChatRequest> & { prompt?: string } = {}) {
    super(prompt, { tools: TOOLS, ...options }, GREETING);
  }
}

describe("a caller who looks for a flat", () => {
  test("is asked one missing thing after the other, never what was said already", () => {
    const call = new Talk();
    expect(call.says("שלום, אני מחפש דירה להשכרה.").text).toBe("בשמחה. באיזה אזור?");
    expect(call.says("בתל אביב, באזור המרכז.").text).toMatch(/כמה חדרים\?$/);
    expect(call.says("שלושה חדרים, עם מרפסת.").text).toMatch(/תקציב\?$/);
    expect(call.says("עד ששת אלפים שקל לחודש.").text).toMatch(/מתי/);
    expect(call.says("כניסה באחד באוגוסט.").text).toMatch(/השם/);
    expect(call.says("קוראים לי יוסי כהן.").text).toBe("נעים מאוד, יוסי. לחזור למספר שממנו התקשרתם?");
    const last = call.says("אפס חמש שתיים ארבע שלוש אחת שמונה שבע שש חמש.");
    expect(last.text).toBe("נרשם, 052-431-8765.");
    expect(args(last, "take_message")).toEqual({
      caller_name: "יוסי כהן",
      phone: "0524318765",
      message: "דירה לשכירות בתל אביב, 3 חדרים, עד 6,000 שקלים, ב-1 באוגוסט",
    });
    expect(call.result('{"ok":true}').text).toMatch(/ההודעה נרשמה.*יש עוד משהו\?$/);
  });

  test("who says everything at once is asked only for the rest", () => {
    const reply = new Talk().says(
      "היי, אני מחפשת דירת שלושה וחצי חדרים לשכירות בגבעתיים עד שבעת אלפים שקל, כניסה מיידית",
    );
    expect(reply.text).toBe("בשמחה. ומה השם, בבקשה?");
  });

  test("who does not answer is not asked a third time", () => {
    const call = new Talk();
    call.says("אני מחפש דירה");
    call.says("ראיתי את המודעה שלכם באינטרנט.");
    const third = call.says("המודעה הזאת הייתה יפה מאוד");
    expect(third.text).not.toMatch(/קנייה|שכירות/);
  });

  test("a listing tool, once offered, is asked and its results are what is told", () => {
    const search = tool(
      "search_listings",
      "חיפוש נכסים במאגר",
      { area: text, max_price: { type: ["number", "null"] }, rooms: { type: "number" } },
      ["area"],
    );
    const call = new Talk({ tools: [...TOOLS, search] });
    const asking = call.says("מחפש לשכור דירת שלושה חדרים ברמת גן עד ששת אלפים שקל");
    expect(args(asking, "search_listings")).toEqual({ area: "רמת גן", max_price: 6000, rooms: 3 });
    expect(
      call.result('{"items":[{"title":"דירה מוארת","address":"ביאליק 4","rooms":3,"price":5800}]}').text,
    ).toContain("יש אפשרות אחת: דירה מוארת, בביאליק 4, 3 חדרים, 5,800 שקלים.");
    const empty = new Talk({ tools: [...TOOLS, search] });
    empty.says("מחפש לשכור דירת שלושה חדרים ברמת גן עד ששת אלפים שקל");
    expect(empty.result('{"items":[]}').text).toContain("לא נמצא");
  });
});

describe("it knows only what the prompt says", () => {
  test("opening hours, and other ones when the prompt has others", () => {
    expect(new Talk().says("אתם פתוחים בשבת?").text).toContain("בשבת אנחנו סגורים");
    expect(new Talk().says("עד איזו שעה אתם עובדים ביום שישי?").text).toContain("9:00–13:00");
    expect(new Talk().says("אתם פתוחים ביום שלישי?").text).toContain("9:00–18:00");
    const changed = PROMPT.replace("שבת סגור", "שבת 20:00–23:00");
    expect(new Talk({ prompt: changed }).says("אתם פתוחים בשבת?").text).toContain("20:00–23:00");
  });

  test("hours written as a list below their label", () => {
    const prompt =
      "שם העסק: מאפיית לחם\nשעות פתיחה:\n- א'-ה': 07:00-19:00\n- יום ו': 07:00-14:00\n- שבת: סגור\n\nכתובת: ויצמן 3, חולון";
    const talk = (said: string): string => new Talk({ prompt }).says(said).text;
    expect(talk("אתם פתוחים ביום רביעי?")).toContain("07:00-19:00");
    expect(talk("אתם פתוחים ביום שישי?")).toContain("07:00-14:00");
    expect(talk("אתם פתוחים בשבת?")).toContain("סגורים");
    expect(talk("מה הכתובת?")).toContain("ויצמן 3, חולון");
  });

  test("address, name, fee; and that it does not know the rest", () => {
    expect(new Talk().says("מה הכתובת של המשרד?").text).toContain("רחוב הרצל 12");
    expect(new Talk({ prompt: "שם העסק: ספר" }).says("מה הכתובת של המשרד?").text).toContain("לא יודעת");
    expect(new Talk().says("עם מי אני מדברת?").text).toContain("נועה, העוזרת הקולית של שי דירות ומשרדים בע״מ");
    expect(new Talk().says("כמה עמלה אתם לוקחים?").text).toContain("חודש שכירות אחד פלוס מע״מ");
    expect(new Talk().says("כמה ארנונה משלמים שם?").text).toContain("אי אפשר למסור");
    expect(new Talk().says("יש חניה בבניין?").text).toContain("אין לי תשובה");
    const parking = `${PROMPT}\n- חניה: יש חניה חינם מאחורי הבניין`;
    expect(new Talk({ prompt: parking }).says("יש חניה בבניין?").text).toContain("יש חניה חינם מאחורי הבניין");
  });

  test("another tone and another farewell are other words", () => {
    expect(new Talk({ prompt: `${PROMPT}\nטון: רשמי` }).says("אני מחפש דירה").text).toMatch(/^בוודאי\./);
    expect(new Talk({ prompt: `${PROMPT}\nבסוף כל שיחה אמרי "שבוע טוב ומבורך"` }).says("להתראות").text).toBe(
      "שבוע טוב ומבורך.",
    );
  });

  test("a customer whose name the prompt gives is not asked for it", () => {
    const call = new Talk({ prompt: `${PROMPT}\nשם הלקוח: דנה כהן` });
    expect(call.says("תגידו לשי שיחזור אליי").text).toMatch(/לחזור למספר/);
    expect(args(call.says("כן"), "take_message")).toEqual({
      caller_name: "דנה כהן",
      phone: "0541112233",
      message: "תגידו לשי שיחזור אליי",
    });
  });
});

describe("tools", () => {
  test("a person is asked for: transferred when that is offered, and what the tool answers is told", () => {
    const call = new Talk();
    expect(args(call.says("אפשר לדבר עם בן אדם?"), "transfer_call")).toHaveProperty("reason");
    const failed = call.result('{"ok":false,"reason":"אף אחד לא ענה"}');
    expect(failed.text).toContain("אף אחד לא ענה");
    expect(failed.text).toContain("לרשום הודעה");
    expect(failed.calls).toEqual([]);
    const without = new Talk({ tools: TOOLS.filter(({ function: fn }) => fn.name !== "transfer_call") }).says(
      "אפשר לדבר עם בן אדם?",
    );
    expect(without.calls).toEqual([]);
    expect(without.text).toContain("אין למי להעביר");
  });

  test("goodbye is said, and the call is ended by the tool, with the words where it takes them", () => {
    const reply = new Talk().says("תודה רבה, להתראות.");
    expect(reply.text).toContain("להתראות");
    expect(args(reply, "end_call")).toEqual({ farewell: reply.text });
    expect(new Talk({ tools: [] }).says("תודה רבה, להתראות.").calls).toEqual([]);
  });

  test("what a caller left is written down before the call is ended, one tool at a time when asked so", () => {
    const call = new Talk();
    call.says("שלום, אני מחפש דירה להשכרה בחיפה");
    const reply = call.says("אני חייב לזוז, להתראות");
    expect(reply.calls.map(({ name }) => name)).toEqual(["take_message", "end_call"]);
    const single = new Talk({ parallel_tool_calls: false });
    single.says("שלום, אני מחפש דירה להשכרה בחיפה");
    expect(single.says("אני חייב לזוז, להתראות").calls.map(({ name }) => name)).toEqual(["take_message"]);
    expect(single.result('{"ok":true}').calls.map(({ name }) => name)).toEqual(["end_call"]);
  });

  test("tool_choice: none, required, by name", () => {
    expect(new Talk({ tool_choice: "none" }).says("אפשר לדבר עם בן אדם?").calls).toEqual([]);
    expect(new Talk({ tool_choice: "required" }).says("מתי אתם פתוחים?").calls).toHaveLength(1);
    const named = new Talk({ tool_choice: { type: "function", function: { name: "open_task" } } });
    expect(args(named.says("יש נזילה בדירה, זה דחוף."), "open_task")).toEqual({ title: "תלונה", priority: "high" });
  });
});

describe("a tool that says what it lacks, and a caller who tells more later", () => {
  test("the missing number is asked for, and the tool is called again with it", () => {
    const call = new Talk({ prompt: PROMPT.replace(/מספר המתקשר: .*/, "מספר המתקשר: חסוי") });
    call.says("תגידו לשי שיחזור אליי");
    call.says("דוד מזרחי");
    call.says("לא רוצה לתת");
    const demand = '{"ok":false,"reason":"המספר חסוי. צריך לבקש מספר לחזרה"}';
    expect(call.result(demand).text).toMatch(/^המספר חסוי\. .*(?:מספר|טלפון).*\?$/);
    expect(args(call.says("טוב, 052-1234567"), "take_message")).toMatchObject({ phone: "0521234567" });
  });

  test("a number told after the message was taken is passed on too, once", () => {
    const call = new Talk({ prompt: `${PROMPT}\nמספר לחזרה שואלים רק אם הוא חסוי או אחר.` });
    call.says("תגידו לשי שיחזור אליי");
    expect(args(call.says("דוד מזרחי"), "take_message")).toBeDefined();
    call.result('{"ok":true}');
    const title = "מספר לחזרה אל דוד מזרחי: 0521234567";
    expect(args(call.says("הטלפון שלי 052-1234567"), "open_task")).toMatchObject({ title });
    call.result('{"ok":true}');
    expect(call.says("תודה").calls.map(({ name }) => name)).toEqual(["end_call"]);
  });
});

describe("on the telephone", () => {
  test("asks again when nothing was understood, and not for ever in the same words", () => {
    const call = new Talk();
    const first = call.says("").text;
    const second = call.says("[לא ברור]").text;
    expect(first).toContain("לא שמענו");
    expect(second).not.toBe(first);
    expect(call.says("...").text).toContain("הקו לא טוב");
  });

  test("lets itself be interrupted, repeats itself, and answers English in Hebrew", () => {
    const call = new Talk();
    expect(call.says("רגע רגע, סליחה.").text).toBe("כן, בבקשה.");
    expect(new Talk().says("סליחה, לא שמעתי.").text).toBe(GREETING);
    expect(new Talk().says("Do you speak English?").text).toContain("עברית");
  });

  test.each([
    ["English", "Hello, I am looking for an apartment.", "Sorry, do you speak any English?"],
    ["Russian", "Здравствуйте, я ищу квартиру в аренду.", "Извините, вы говорите по-русски?"],
  ])("offers a person to whom speaks %s, and gives them one when they go on", (_, first, second) => {
    const call = new Talk();
    expect(call.says(first).text).toBe("סליחה, אני מדברת רק עברית. אפשר לדבר עם אדם, או להשאיר הודעה. מה נוח לכם?");
    expect(call.says(second).calls.map(({ name }) => name)).toEqual(["transfer_call"]);
  });

  test("stays polite with whom is rude, and takes their message", () => {
    const call = new Talk();
    expect(call.says("אתם חבורה של שקרנים, נמאס לי מכם!").text).toMatch(/^אני מצטערת .*לדבר עם אדם, או להשאיר הודעה/);
    expect(call.says("איזה שירות גרוע, אתם לא שווים כלום.").text).toMatch(/^הדברים נשמעו\. .*להשאיר הודעה/);
    expect(call.says("תגידו לשי שיחזור אליי.").text).toMatch(/השם/);
  });

  test("greets whom only says hello, and is there when they say it again", () => {
    const call = new Talk();
    expect(call.says("הלו?").text).toBe("שלום, במה אפשר לעזור?");
    expect(call.says("הלו?").text).toBe("כן, אנחנו כאן. במה אפשר לעזור?");
  });

  test("greets when nobody has spoken, by the name in the prompt", () => {
    expect(decide(request([{ role: "system", content: PROMPT }])).text).toContain("שי דירות ומשרדים");
  });
});

describe("structured answers", () => {
  const schema = {
    type: "object",
    properties: {
      summary: { type: "string" },
      score: { type: "integer", minimum: 0, maximum: 100 },
      sentiment: { type: "string", enum: ["positive", "neutral", "negative"] },
      interest: { type: ["string", "null"], enum: ["rent", "buy", null] },
      budget: { anyOf: [{ type: "number" }, { type: "null" }] },
      appointment: { anyOf: [{ $ref: "#/$defs/visit" }, { type: "null" }] },
      topics: { type: "array", items: { type: "string" } },
    },
    required: ["summary", "score", "sentiment", "interest", "budget", "appointment", "topics"],
    additionalProperties: false,
    $defs: {
      visit: {
        type: "object",
        properties: { starts_at: { type: "string", format: "date-time" } },
        required: ["starts_at"],
        additionalProperties: false,
      },
    },
  };
  const judge = (transcript: string): Record<string, unknown> =>
    JSON.parse(
      decide({
        ...request([
          { role: "system", content: "סכם את השיחה. תאריך: 2026-11-21" },
          { role: "user", content: transcript },
        ]),
        response_format: { type: "json_schema", json_schema: { name: "call", schema, strict: true } },
      }).text,
    );

  test("are made of what the transcript says", () => {
    const full = judge(
      "מתקשר: שלום, אני מחפש דירה לשכירות בחיפה עד חמשת אלפים\nנציגה: מה השם?\nמתקשר: דוד מזרחי, ואפשר לקבוע ביקור מחר בעשר בבוקר? תודה רבה",
    );
    expect(full).toMatchObject({
      interest: "rent",
      budget: 5000,
      sentiment: "positive",
      appointment: { starts_at: "2026-11-22T10:00:00+02:00" },
    });
    expect(full.summary).toContain("חיפה");
    expect(full.score).toBeGreaterThan(50);
    const angry = judge("מתקשר: אני לא מרוצה, יש נזילה\nנציגה: אני מצטערת לשמוע.");
    expect(angry).toMatchObject({ interest: null, budget: null, sentiment: "negative", appointment: null });
    expect(angry.summary).toContain("נזילה");
  });

  const source = { anyOf: [{ type: "integer" }, { type: "null" }] };
  const records = (properties: Record<string, unknown>) => ({
    type: "array",
    items: { type: "object", properties, required: Object.keys(properties), additionalProperties: false },
  });
  const form = {
    type: "object",
    properties: {
      wish: { type: "string", enum: ["buy", "rent", "let_out", "order", "question", "other"] },
      details: records({
        kind: { type: "string", enum: ["area", "rooms", "budget"] },
        value: { type: "string" },
        turnIndex: source,
      }),
      reasons: { type: "array", items: { type: "string" } },
      follow_ups: records({ title: { type: "string" }, turnIndex: source }),
    },
    required: ["wish", "details", "reasons", "follow_ups"],
    additionalProperties: false,
  };
  const fillIn = (transcript: string): Record<string, unknown> =>
    JSON.parse(
      decide({
        ...request([{ role: "user", content: transcript }]),
        response_format: { type: "json_schema", json_schema: { name: "form", schema: form, strict: true } },
      }).text,
    );

  test("name the line that each detail and each promise is from", () => {
    expect(
      fillIn(
        "[0] נציג: שלום, במה אפשר לעזור?\n[1] מתקשר: אני מחפש דירה להשכרה\n[2] נציג: באיזה אזור?\n[3] מתקשר: בחיפה, שלושה חדרים\n[4] נציג: תודה. נחזור אליכם היום.",
      ),
    ).toMatchObject({
      wish: "rent",
      details: [
        { kind: "area", value: "חיפה", turnIndex: 3 },
        { kind: "rooms", value: "3 חדרים", turnIndex: 3 },
      ],
      follow_ups: [{ title: "נחזור אליכם היום", turnIndex: 4 }],
    });
    expect(fillIn("[7] מתקשר: עד מתי אתם פתוחים?")).toEqual({
      wish: "question",
      details: [],
      reasons: [],
      follow_ups: [],
    });
  });
});
