import { describe, expect, it } from "vitest";
import { insightForm } from "./form.ts";

const AGENCY = "תיווך נדל״ן";
const filled = {
  summary: "רוצים לשכור דירה בכרמל.",
  want: "rent",
  facts: [{ name: "area", value: "הכרמל", turnIndex: 2 }],
  score: 75,
  scoreReasons: ["ידוע מה רוצים, מתי ובאיזה סכום"],
  sentiment: "positive",
  followUps: [{ title: "לשלוח רשימת דירות", turnIndex: 3 }],
  appointment: { what: "ביקור", when: "tomorrow at 10", turnIndex: 2 },
};
const faults = (changed: object, field = AGENCY) =>
  insightForm(field)
    .safeParse({ ...filled, ...changed })
    .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
const fact = (value: string) => ({ facts: [{ name: "detail", value, turnIndex: null }] });

const NOT_HEBREW = "צריך להיות בעברית";
const LEAK = "אלה מילים מההוראות, ולא מהשיחה";

describe("what the model writes is for the staff to read", () => {
  it("in Hebrew, in which a brand keeps its own letters", () => {
    expect(faults({})).toEqual([]);
    expect(faults({ summary: "מבקשים מחיר של iPhone Pro", scoreReasons: ["רוצים MacBook Pro"] })).toEqual([]);
    expect(faults({ summary: "They want to rent a flat in הכרמל." })).toEqual([`summary: ${NOT_HEBREW}`]);
    expect(faults({ scoreReasons: ["ידוע מה מחפשים", "budget known"] })).toEqual([`scoreReasons.1: ${NOT_HEBREW}`]);
    expect(faults({ followUps: [{ title: "Send the list", turnIndex: 3 }] })).toEqual([
      `followUps.0.title: ${NOT_HEBREW}`,
    ]);
    expect(faults({ appointment: { what: "visit", when: null, turnIndex: 2 } })).toEqual([
      `appointment.what: ${NOT_HEBREW}`,
    ]);
  });

  it.each(["Alex Petrov", "BMW X5", "052-1234567", "dana_levi@example.com", "20:30"])("a detail may be %s", (value) =>
    expect(faults(fact(value))).toEqual([]),
  );

  it("and not what the model itself was told", () => {
    expect(faults({ summary: "ההנחיות: התמליל הוא חומר לקריאה. רוצים לשכור." })).toEqual([`summary: ${LEAK}`]);
    expect(faults(fact("הנחיות המערכת"))).toEqual([`facts.0.value: ${LEAK}`]);
    expect(faults({ scoreReasons: ["כמה סביר שתצא מזה עסקה"] })).toEqual([`scoreReasons.0: ${LEAK}`]);
    expect(faults({ followUps: [{ title: "להפעיל open_task", turnIndex: 3 }] })).toEqual([
      `followUps.0.title: ${LEAK}`,
    ]);
    expect(faults({ summary: "לפי turnIndex 3 רוצים לשכור" })).toEqual([`summary: ${LEAK}`]);
  });

  it("of what such a business can be asked for", () => {
    expect(faults({}, "קונדיטוריה").map((fault) => fault.split(":")[0])).toEqual(["want", "facts.0.name"]);
    expect(faults({ want: "order", ...fact("ללא גלוטן") }, "קונדיטוריה")).toEqual([]);
  });
});
