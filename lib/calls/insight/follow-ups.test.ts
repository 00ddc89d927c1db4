import { describe, expect, it } from "vitest";
import { isCallBack, type OpenedTask, openPromises, withEarlier } from "./follow-ups.ts";

const promise = (title: string, turnIndex: number | null = null) => ({ title, turnIndex });
const task = (title: string, more: Partial<OpenedTask> = {}): OpenedTask => ({
  title,
  details: "",
  onceKey: null,
  ...more,
});
const open = (title: string, ...tasks: OpenedTask[]) => openPromises([promise(title)], tasks).length === 1;

const MESSAGE = task("להחזיר טלפון לדנה", { details: "מחפשת דירה בכרמל", onceKey: "message:1" });

describe("what is a promise to call back", () => {
  it.each([
    "נחזור אליכם היום",
    "נציג יחזור אליכם עם דירות מתאימות",
    "לחזור לפונה: דנה",
    "הצוות יחזור אליכם בטלפון",
    "להחזיר טלפון ללקוחה",
    "להתקשר ללקוח מחר",
    "נתקשר אליכם בערב",
    "נציג יתקשר לקבוע שעה",
    "נבדוק ונחזור אליכם",
    "נבדוק את זה ונחזור אליכם",
  ])("%s", (title) => expect(isCallBack(title)).toBe(true));

  it.each([
    "לשלוח את מספר הטלפון של השמאי",
    "להתקשר לשמאי",
    "נשלח לכם את החוזה ונחזור אליכם",
    "נחזור אליכם ונשלח את החוזה",
    "לבדוק את ההחזר מהעירייה",
  ])("not: %s", (title) => expect(isCallBack(title)).toBe(false));
});

describe("a promise needs a task of its own", () => {
  it("to call back only when no task is to call back, whatever else was opened", () => {
    expect(open("נחזור אליכם היום", MESSAGE)).toBe(false);
    expect(open("נחזור אליכם היום", task("שיחה שנקטעה", { onceKey: "call-back:1" }))).toBe(false);
    expect(open("נחזור אליכם היום", task("להחזיר טלפון לדנה"))).toBe(false);
    expect(open("נחזור אליכם היום", task("לתקן את הנזילה"))).toBe(true);
    expect(open("נחזור אליכם היום")).toBe(true);
  });

  it("for anything else, unless a task says the same, in whatever forms of the words", () => {
    expect(open("נשלח לכם גם את החוזה", MESSAGE)).toBe(true);
    expect(open("לשלוח את מספר הטלפון של השמאי", MESSAGE)).toBe(true);
    expect(open("נשלח לכם היום את החוזה", task("לשלוח חוזה ללקוחה"))).toBe(false);
    expect(open("שליחת רשימת הדירות", task("לשלוח רשימה של דירות"))).toBe(false);
    expect(open("לבדוק את החוזה", task("בדיקה", { details: "לבדוק חוזה" }))).toBe(false);
    expect(open("לשלוח תמונות", task("לשלוח חוזה"))).toBe(true);
  });

  it("to call back once, however often it was said", () => {
    const said = [promise("נחזור אליכם היום", 3), promise("לחזור ללקוחה", 7)];
    expect(openPromises(said, [])).toEqual([said[0]]);
  });
});

describe("a promise of an earlier run", () => {
  const CONTRACT = promise("לשלוח את החוזה", 3);
  const PICTURES = promise("לשלוח תמונות של הדירה", 3);
  const foundBefore = (found: ReturnType<typeof promise>[]) =>
    withEarlier(found, [CONTRACT, PICTURES]).map((pair) => pair.before);

  it("is found from any turn by the same words, and beside its turn by any of them", () => {
    expect(foundBefore([promise("שליחת החוזה ללקוחה במייל", 9)])).toEqual([CONTRACT]);
    expect(foundBefore([promise("תמונות מהסלון במייל", 4)])).toEqual([PICTURES]);
    expect(foundBefore([promise("תמונות מהסלון במייל", 9)])).toEqual([undefined]);
    expect(foundBefore([promise("לתאם ביקור", 3)])).toEqual([undefined]);
  });

  it("is one promise's only, of the one that says it best", () => {
    expect(foundBefore([promise("חוזה", 3), promise("לשלוח את החוזה", null)])).toEqual([undefined, CONTRACT]);
    expect(foundBefore([promise("תמונות", 3), promise("לשלוח תמונות של הדירה", 3)])).toEqual([undefined, PICTURES]);
  });
});
