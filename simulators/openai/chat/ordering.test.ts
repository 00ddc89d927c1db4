import { describe, expect, test } from "vitest";
import { args, Talk, tool } from "./testing/talk.ts";

const PRODUCTS = [
  "1. תמרים מג׳הול: 40 ₪ (קטגוריה: פירות יבשים; קופסה של קילו)",
  "2. צימוקים: 22 ₪",
  "3. חולצה: 80 ₪ (קטגוריה: בגדים; מידה: קטנה / בינונית / גדולה; צבע: כחול / לבן)",
  "4. Gift box: 1,250.90 ₪",
  "5. עוגת גבינה: 60 ₪",
  "6. עוגת שוקולד: 60 ₪ (אזל)",
];
const order = tool(
  "order",
  "שינוי העגלה של הלקוח, הצגתה, או סיכום ההזמנה לאישור שלו.",
  { add: { type: "array" }, place: { type: "boolean" } },
  [],
);
const message = tool("take_message", "השארת הודעה לצוות", { message: { type: "string" } }, ["message"]);

function promptWith(cart: string[], language = "בעברית בלבד"): string {
  const shop = ["מוצרים להזמנה:", ...PRODUCTS, "", "העגלה של הלקוח:", ...(cart.length > 0 ? cart : ["ריקה"]), ""];
  return [`כאן עונה הנציג הדיגיטלי של העסק, ${language}.`, "שם העסק: שי דירות", "תחום: תיווך נדל״ן", "", ...shop].join(
    "\n",
  );
}
const talkWith = (cart: string[] = [], language?: string) =>
  new Talk(promptWith(cart, language), { tools: [message, order] });
const ordered = (said: string, cart?: string[]) => args(talkWith(cart).says(said), "order");
const add = (product: number, quantity: number, options = "") => ({ add: [{ product, quantity, options }] });

describe("what is asked for in free words", () => {
  test.each([
    ["אפשר שתי קופסאות מהתמרים?", add(1, 2)],
    ["שלום, אשמח ל-3 צימוקים בבקשה", add(2, 3)],
    ["אני רוצה חולצה גדולה", add(3, 1, "גדולה")],
    ["תביאו לי שתי חולצות בינוניות, כחולות", add(3, 2, "בינונית, כחול")],
    ["תמרים\nשתיים", add(1, 2)],
    ["עוגת גבינה אחת", add(5, 1)],
    ["can I get two boxes of dates please?", add(1, 2)],
    ["I'd like a gift box", add(4, 1)],
    ["a large shirt", add(3, 1, "גדולה")],
    [
      "שתי קופסאות תמרים ואחת צימוקים, ותוסיפו עוגת גבינה",
      { add: [...add(1, 2).add, ...add(2, 1).add, ...add(5, 1).add] },
    ],
    ["אז עשרים ואחת קופסאות תמרים וזהו", { ...add(1, 21), place: true }],
  ])("%s", (said, expected) => {
    const talk = talkWith();
    const reply = talk.says(said);
    expect(args(reply, "order")).toEqual(expected);
    expect(reply.text).toBe("בשמחה.");
    expect(talk.result('{"ok":true,"told":"מה שנעשה יישלח ללקוח מיד אחרי התשובה"}')).toEqual({ text: "", calls: [] });
  });

  test.each([
    ["אפשר עוגה?", /עוגת גבינה, עוגת שוקולד/],
    ["תמרים", /כמה יחידות\?$/],
    ["תוסיפו שתי חסות", /אין אצלנו/],
    ["בא לי תמרים", /כמה יחידות\?$/],
    ["כמה עולים התמרים?", /^תמרים מג׳הול: 40 ₪ \(קופסה של קילו\)\. להוסיף לעגלה\?$/],
    ["מה יש לכם?", /^יש לנו: תמרים מג׳הול, צימוקים/],
    ["אני רוצה להזמין", /מה להוסיף לעגלה\?$/],
  ])("is asked about when it is not clear: %s", (said, answer) => {
    const reply = talkWith().says(said);
    expect(reply.text).toMatch(answer);
    expect(reply.calls).toEqual([]);
  });

  test("is added once it is clear how many, or that it is wanted", () => {
    const talk = talkWith();
    talk.says("יש לכם תמרים?");
    expect(args(talk.says("כן, שתיים"), "order")).toEqual(add(1, 2));
  });
});

describe("what is in the cart", () => {
  const cart = ["1. תמרים מג׳הול, 2 יחידות", "2. חולצה, גדולה, לבן, 1 יחידות"];
  test.each([
    ["תורידו את התמרים", { remove: [1] }],
    ["תורידו קופסה אחת מהתמרים", { change: [{ line: 1, quantity: 1 }] }],
    ["אני לא רוצה את החולצה", { remove: [2] }],
    ["please remove the dates", { remove: [1] }],
    ["תשנו את התמרים ל-3", { change: [{ line: 1, quantity: 3 }] }],
    ["make it four shirts", { change: [{ line: 2, quantity: 4 }] }],
    ["עוד חולצה", add(3, 1)],
    ["בעצם בלי התמרים, רק שתי חולצות, וזהו", { change: [{ line: 2, quantity: 2 }], remove: [1], place: true }],
    ["במקום 2 תמרים תשימו 4", { change: [{ line: 1, quantity: 4 }] }],
    ["מה יש לי בעגלה?", { show: true }],
    ["כמה תמרים יש לי בעגלה?", { show: true }],
    ["כמה זה יוצא?", { show: true }],
    ["תראו לי את העגלה", { show: true }],
    ["what's in my cart?", { show: true }],
    ["זהו, להזמין", { place: true }],
    ["זהו תודה", { place: true }],
    ["אני רוצה לשלם", { place: true }],
    ["אחלה, תזמינו", { place: true }],
    ["תוסיפו הערה שבלי שקית", { note: "בלי שקית" }],
    ["תרוקנו את העגלה", { empty: true }],
    ["תורידו את הכול חוץ מהתמרים", { remove: [2] }],
    ["תורידו הכול", { empty: true }],
  ])("is changed, shown or ordered: %s", (said, expected) => {
    expect(ordered(said, cart)).toEqual(expected);
  });

  test("is what one more, or another quantity, is about when nothing is named", () => {
    const one = [cart[0] ?? ""];
    expect(ordered("תשנו ל-3", one)).toEqual({ change: [{ line: 1, quantity: 3 }] });
    expect(ordered("תוסיפו עוד אחת", one)).toEqual(add(1, 1));
    const talk = talkWith();
    talk.says("אני רוצה חולצה גדולה לבנה");
    expect(args(talk.says("תוסיפו עוד אחת", promptWith(cart)), "order")).toEqual(add(3, 1, "גדולה, לבן"));
    expect(talkWith(cart).says("תשנו ל-3").text).toBe("לאיזה מהם הכוונה: תמרים מג׳הול, חולצה?");
    expect(talkWith(cart).says("תורידו את הצימוקים").text).toBe("בעגלה אין צימוקים.");
  });
});

test.each([
  ["תבטלו לי את ההזמנה", /במילה: לא/],
  ["תשלחו לרחוב הרצל 5, חולון", /כתובת:/],
  ["מה עם ההזמנה שלי?", /סטטוס/],
  ["אפשר להוסיף הערה?", /הערה:/],
])("what only exact words do is told: %s", (said, answer) => {
  const reply = talkWith(["1. צימוקים, 1 יחידות"]).says(said);
  expect(reply).toEqual({ text: expect.stringMatching(answer), calls: [] });
});

describe("what is no order", () => {
  test.each([
    ["תעבירו אותי לבן אדם", /למי להעביר/],
    ["אני רוצה לקנות דירה", /באיזה אזור/],
    ["אני מחפש דירה של 3 חדרים לשכירות", /באיזה אזור/],
    ["התמרים שקניתי אצלכם מקולקלים", /מצטע/],
    ["תודה, להתראות", /להתראות/],
  ])("goes on as if nothing were sold: %s", (said, answer) => {
    const reply = talkWith(["1. צימוקים, 1 יחידות"]).says(said);
    expect(reply.text).toMatch(answer);
    expect(args(reply, "order")).toBeUndefined();
  });

  test("what was ordered is no message to anybody", () => {
    const talk = talkWith();
    talk.says("אפשר שתי קופסאות מהתמרים?");
    talk.result('{"ok":true}');
    expect(talk.says("תודה, להתראות").calls).toEqual([]);
  });

  test("without the tool nothing is ordered", () => {
    const talk = new Talk(promptWith([]), { tools: [message] });
    expect(talk.says("אפשר שתי קופסאות מהתמרים?").calls).toEqual([]);
  });
});
