import { describe, expect, it } from "vitest";
import type { CallFact } from "../schemas/insight.ts";
import { plainExtract } from "./plain-extract.ts";
import type { ToldCall, ToldTurn } from "./told-call.ts";

const AGENCY = "תיווך דירות ומשרדים, מכירה והשכרה";

/** Each line is the caller's, unless it begins with "> ", which is the agent. */
function told(lines: string[], field = AGENCY): ToldCall {
  const turns = lines.map((line, index): ToldTurn => {
    const agent = line.startsWith("> ");
    return { index, speaker: agent ? "agent" : "caller", text: agent ? line.slice(2) : line, tools: [] };
  });
  return { business: { name: "עסק", field }, startedAt: new Date(), callerName: null, turns };
}

const factsOf = (lines: string[], field?: string) =>
  Object.fromEntries(plainExtract(told(lines, field)).facts.map(({ name, value }) => [name, value]));
const said = (line: string) => plainExtract(told([line]));

describe("without a model, by plain rules", () => {
  const cases: [string[], Partial<Record<CallFact["name"], string>>][] = [
    [
      ["אני רוצה לקנות דירת ארבעה וחצי חדרים ברמת גן עד שני מיליון וארבע מאות אלף"],
      { property: "דירה", area: "רמת גן", rooms: "4.5 חדרים", budget: "עד 2.4 מיליון ₪" },
    ],
    [
      ["דירה להשכרה בבאר שבע, 3.5 חדרים, 5000 שקל, כניסה מיידית"],
      { property: "דירה", area: "באר שבע", rooms: "3.5 חדרים", budget: "5,000 ₪", when: "כניסה מיידית" },
    ],
    [["> מה התקציב לחודש?", "ששת אלפים"], { budget: "6,000 ₪" }],
    [["> כמה חדרים?", "שלושה"], { rooms: "3 חדרים" }],
    [["משהו ברחוב הנשיא 12, בעוד חודש"], { area: "רחוב הנשיא 12", when: "בעוד חודש" }],
    [["עד חמשת אלפים שקל", "בעצם עד ששת אלפים שקל"], { budget: "עד 6,000 ₪" }],
    [["המספר שלי 0521234567, נבנה ב-2024"], {}],
    [["באזור הזה"], {}],
    [["אפשר לבוא ביום שני בשעה עשר"], { when: "ביום שני בשעה עשר" }],
  ];
  it.each(cases)("%s", (lines, facts) => {
    expect(factsOf(lines)).toEqual(facts);
  });

  it("what matters depends on the field", () => {
    const words = ["אני רוצה להזמין שתי עוגות שוקולד ליום שישי, עד ארבע מאות שקל"];
    expect(factsOf(words, "קונדיטוריה")).toEqual({
      product: "שתי עוגות שוקולד",
      when: "ליום שישי",
      budget: "עד 400 ₪",
    });
    expect(plainExtract(told(["אני רוצה לקנות עוגה"], "קונדיטוריה")).want).toBe("order");
    expect(said("אני רוצה לקנות משהו בחיפה").want).toBe("buy");
  });

  it.each([
    ["קונדיטוריה", "אני מחפש דירה לשכירות", "order"],
    ["קונדיטוריה", "אני רוצה להשכיר את הדירה שלי", "other"],
    ["השכרת כלי עבודה", "אני רוצה לשכור מקדחה", "order"],
    ["מוסך", "יש לנו בית למכירה", "order"],
    ["ניקיון דירות ומשרדים", "אני רוצה למכור את הדירה שלי", "other"],
    ["נדל״ן מסחרי", "אני רוצה למכור את החנות", "sell"],
    ["השכרת דירות נופש", "אני רוצה לשכור דירה", "rent"],
  ])("only an agency is asked for property: %s, %s: %s", (field, line, want) => {
    expect(plainExtract(told([line], field)).want).toBe(want);
  });

  it("whoever comes to the customers must know where that is", () => {
    expect(factsOf(["להזמין ניקיון בחולון ליום שישי"], "ניקיון דירות")).toMatchObject({ area: "חולון" });
    expect(factsOf(["להזמין עוגה, אני מחולון"], "קונדיטוריה")).not.toHaveProperty("area");
  });

  it.each([
    ["אני מחפש דירה לשכירות", "rent"],
    ["אני רוצה להשכיר את הדירה שלי", "let_out"],
    ["יש לנו בית למכירה", "sell"],
    ["אפשר לקבוע פגישה מחר?", "appointment"],
    ["עד מתי אתם פתוחים היום?", "question"],
    ["יש נזילה ואף אחד לא חזר אליי", "complaint"],
    ["הלו?", "other"],
  ])("%s: %s", (line, want) => {
    expect(said(line).want).toBe(want);
  });

  it("a score has its reasons, and grows with what was told", () => {
    const little = said("אני מחפש דירה להשכרה");
    const much = said("אני מחפש דירה להשכרה בחיפה, שלושה חדרים עד ששת אלפים שקל, מיידי");
    expect(much.score).toBeGreaterThan(little.score);
    expect(much.scoreReasons).toContain("נאמר סכום");
    expect(said("הלו").score).toBe(0);
    expect(said("נזילה בדירה שלי בחיפה")).toMatchObject({ score: 0, sentiment: "negative" });
  });

  it("a summary says what was said and nothing else", () => {
    expect(said("אני מחפש דירה להשכרה בחיפה").summary).toBe("רוצים לשכור: דירה, חיפה.");
    expect(said("עד מתי אתם פתוחים היום?").summary).toBe("שאלו שאלה. נאמר: ״עד מתי אתם פתוחים היום?״.");
    expect(plainExtract(told(["> אתם איתי?"])).summary).toBe("בשיחה לא נאמר דבר.");
  });

  it("a time to meet is an appointment only when a meeting was spoken of", () => {
    expect(plainExtract(told(["אפשר לקבוע פגישה", "> מתי נוח?", "מחר בבוקר"])).appointment).toEqual({
      what: "פגישה",
      when: "מחר בבוקר",
      turnIndex: 2,
    });
    expect(said("אני עובר דירה מחר").appointment).toBeNull();
  });

  it("a promise is what the agent said will be done, not what it asked, refused or did at once", () => {
    const promises = (...lines: string[]) => plainExtract(told(["מחפש דירה", ...lines])).followUps;
    expect(promises("> תודה רבה! נבדוק את החוזה. יחזרו אליכם מחר.", "> נחזור אליכם היום.")).toEqual([
      { title: "נבדוק את החוזה", turnIndex: 1 },
      { title: "נחזור אליכם היום", turnIndex: 2 },
    ]);
    expect(promises("> לשלוח לכם? נשלח היום?", "> רגע, נבדוק.", "> לא נחזור אליכם היום.", "נשלח לכם")).toEqual([]);
  });

  it("a wish to meet is kept without a time, too; a mere offer of the agent, or a refusal, is none", () => {
    expect(said("מחפש דירה להשכרה. אפשר לבוא לראות?")).toMatchObject({
      appointment: { what: "פגישה", when: null, turnIndex: 0 },
      scoreReasons: expect.arrayContaining(["ביקשו להיפגש"]),
    });
    expect(plainExtract(told(["> אפשר לקבוע פגישה?", "עוד לא יודע"])).appointment).toBeNull();
    expect(said("לא צריך לקבוע פגישה").appointment).toBeNull();
  });
});
