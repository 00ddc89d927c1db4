/** What customers write is not taken for what they did not mean. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepAnswer } from "../messaging/keep-answer.ts";
import { openAnswer } from "../messaging/open-answer.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { listOrders } from "./list-orders.ts";
import { moveOrder } from "./move-order.ts";
import type { CreateProductInput } from "./schemas/products.ts";
import { Customer, shopWith } from "./testing/shop.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const cake: CreateProductInput = {
  name: "עוגה",
  price: 90,
  options: [{ name: "גודל", choices: [{ label: "קטן" }, { label: "גדול" }] }],
};
const bread: CreateProductInput = { name: "לחם מחמצת", price: 28, stock: 20 };

async function visit(...products: CreateProductInput[]) {
  const shop = await shopWith(...products);
  const orders = async () => (await listOrders(shop.business.as("viewer"), {})).items;
  return { ...shop, orders, dana: new Customer(database, shop.business) };
}

async function deliveringVisit(...products: CreateProductInput[]) {
  const shop = await visit(...products);
  await database.owner`update business set delivery_agorot = 2000 where id = ${shop.business.id}`;
  return shop;
}

describe("a yes", () => {
  it("that was written before there was a summary orders nothing: it is asked for", async () => {
    const { dana, orders } = await visit(bread);
    const answers = await dana.writesAtOnce("1 x 2", "לבצע הזמנה", "כן");
    expect(answers).toMatch(/סיכום ההזמנה[\s\S]*לאישור ההזמנה כותבים/);
    expect(await orders()).toHaveLength(0);
    expect(await dana.writes("כן")).toContain("*1001*");
  });

  it.each(["agent", "staff"] as const)("to another question, of the %s, is shown the summary again", async (author) => {
    const { dana, orders } = await visit(bread);
    for (const text of ["1 x 2", "לבצע הזמנה"]) await dana.writes(text);
    await dana.isTold("לבטל לכם את ההזמנה?", author);
    expect(await dana.writes("כן")).toContain("סיכום ההזמנה");
    expect(await orders()).toHaveLength(0);
    expect(await dana.writes("כן")).toContain("*1001*");
  });

  it("counts behind the news of an earlier order, which ask nothing", async () => {
    const { business, dana, orders } = await visit(bread);
    for (const text of ["1 x 2", "לבצע הזמנה", "כן", "1 x 1", "לבצע הזמנה"]) await dana.writes(text);
    await moveOrder(business.as("staff"), { orderId: (await orders())[0]?.id ?? "", status: "confirmed" });
    expect(await dana.writes("כן")).toContain("*1002*");
  });

  it("behind a picture that was answered counts, unless something else was said before it", async () => {
    const { dana, orders } = await visit(bread);
    for (const text of ["1 x 2", "לבצע הזמנה"]) await dana.writes(text);
    await dana.isTold("לבטל לכם את ההזמנה?");
    expect(await dana.writes("😀")).toContain("סיכום ההזמנה");
    expect(await dana.writes("👍")).toContain("לאישור ההזמנה כותבים");
    expect(await orders()).toHaveLength(0);
    expect(await dana.writes("כן")).toContain("*1001*");
  });

  it("soon behind an order, to what the agent asked, is not taken for one to the order", async () => {
    const { dana } = await visit(bread);
    for (const text of ["1 x 2", "לבצע הזמנה", "כן"]) await dana.writes(text);
    for (const text of ["כן", "כן"]) expect(await dana.writes(text)).toContain("הזמנה מספר *1001* כבר התקבלה");
    await dana.isTold("לשלוח גם קבלה במייל?");
    expect(await dana.writes("כן")).not.toContain("כבר התקבלה");
  });
});

it("a yes to somebody's question is theirs, also while there is something in the cart", async () => {
  const { dana } = await visit(bread);
  await dana.writes("1 x 2");
  expect(await dana.writes("כן")).toContain("עוד לא סיכמנו הזמנה");
  await dana.isTold("לשמור לכם גם חלה?");
  expect(await dana.writes("כן")).toContain("הצוות יחזור אליכם");
});

describe("a conversation in English", () => {
  it.each([
    ["agent", "Our team has your conversation now"],
    ["4", "Our team has your conversation now"],
    ["unsubscribe", "You were taken off our mailing list"],
    ["subscribe", "You will get our updates"],
    ["Do you have gluten free cakes?", "We have received your message"],
  ])("%s: is answered in English", async (text, answer) => {
    const { dana } = await visit(bread);
    await dana.writes("menu");
    const said = await dana.writes(text);
    expect(said).toContain(answer);
    expect(said).not.toMatch(/[א-ת]/);
  });

  it.each([
    ["נציג", "עוברת לצוות"],
    ["הסר", "הוסרתם מרשימת התפוצה"],
  ])("that goes on in Hebrew is answered in Hebrew: %s", async (text, answer) => {
    const { dana } = await visit(bread);
    await dana.writes("menu");
    expect(await dana.writes(text)).toContain(answer);
  });

  it("is nothing that a business without products would not hold, too", async () => {
    const { dana } = await visit();
    expect(await dana.writes("human please")).toContain("Our team has your conversation now");
  });
});

it.each([
  ["נציג בבקשה", "נציג בבקשה"],
  ["4", ""],
])("who asks for a person by %j leaves a task that says it in words, or not at all", async (text, details) => {
  const { dana, business } = await visit(bread);
  await dana.writes("היי");
  await dana.writes(text);
  const tasks = await database.owner`select title, details from task where business_id = ${business.id}`;
  expect(tasks.map((one) => ({ ...one }))).toEqual([{ title: "מבקשים לדבר עם אדם", details }]);
});

describe("while an address is asked for", () => {
  it.each([
    ["אפשר לדבר עם נציג", "עוברת לצוות"],
    ["בן אדם", "עוברת לצוות"],
    ["אני רוצה לדבר עם נציג עכשיו", "עוברת לצוות"],
    ["אתם גנבים תחזירו לי את הכסף", "הצוות יחזור אליכם"],
    ["אני אאסוף לבד", "הצוות יחזור אליכם"],
  ])("%s: is no address", async (text, answer) => {
    const { dana } = await deliveringVisit(bread);
    for (const one of ["1 x 2", "לבצע הזמנה"]) await dana.writes(one);
    const said = await dana.writes(text);
    expect(said).toContain(answer);
    expect(said).not.toContain("סיכום");
  });

  it("one that somebody says is theirs is, also without a number", async () => {
    const { dana } = await deliveringVisit(bread);
    for (const one of ["1 x 2", "לבצע הזמנה"]) await dana.writes(one);
    expect(await dana.writes("כתובת: בית חנן, מול המכולת")).toContain("משלוח אל: בית חנן, מול המכולת");
  });
});

describe("what makes no sense ends no question", () => {
  it.each(["1 x -5", "99 x 1", "הסר 7", "שנה 1 ל-0"])("%s, and then the yes to the summary", async (text) => {
    const { dana, orders } = await visit(bread);
    for (const one of ["1 x 2", "לבצע הזמנה"]) await dana.writes(one);
    expect(await dana.writes(text)).toContain("לאישור ההזמנה כותבים");
    expect(await dana.writes("כן")).toContain("*1001*");
    expect(await orders()).toMatchObject([{ items: [{ quantity: 2 }] }]);
  });

  it("nor does it hide that something else was asked meanwhile", async () => {
    const { dana, orders } = await visit(bread);
    for (const one of ["1 x 2", "לבצע הזמנה"]) await dana.writes(one);
    await dana.isTold("לבטל לכם את ההזמנה?");
    await dana.writes("99 x 1");
    expect(await dana.writes("כן")).toContain("סיכום ההזמנה");
    expect(await orders()).toHaveLength(0);
  });

  it("while an address is asked for", async () => {
    const { dana } = await deliveringVisit(bread);
    for (const one of ["1 x 2", "לבצע הזמנה"]) await dana.writes(one);
    expect(await dana.writes("1 x 0")).toMatch(/הכמות צריכה[\s\S]*לאיזו כתובת/);
    expect(await dana.writes("הרצל 12 חולון")).toContain("משלוח אל: הרצל 12 חולון");
  });

  it("while an option is asked for", async () => {
    const { dana } = await visit(bread, cake);
    await dana.writes("2 x 1");
    expect(await dana.writes("1 x 99")).toMatch(/נשארו 20[\s\S]*גודל\?/);
    expect(await dana.writes("גדול")).toContain("עוגה (גדול) × 1");
  });
});

describe("a product with options", () => {
  const tart = { ...cake, name: "טארט" };

  it("is asked about also when others are added behind it, each in its turn", async () => {
    const { dana } = await visit(bread, cake, tart);
    const answers = await dana.writesAtOnce("2 x 1", "3 x 2", "1 x 1");
    expect(answers).toMatch(/נוסף לעגלה: לחם[\s\S]*עוגה\*: גודל\?[^?]*$/);
    expect(await dana.writes("לבצע הזמנה")).toMatch(/חסרה עוד בחירה[\s\S]*עוגה\*: גודל\?/);
    expect(await dana.writes("גדול")).toMatch(/עוגה \(גדול\) × 1[\s\S]*טארט\*: גודל\?/);
    expect(await dana.writes("1")).toContain("טארט (קטן) × 2");
    expect(await dana.writes("לבצע הזמנה")).toContain("לתשלום: 298 ₪");
  });

  it("is not added when they give it up, and the next one is asked about", async () => {
    const { dana } = await visit(cake, tart);
    await dana.writesAtOnce("1 x 1", "2 x 2");
    expect(await dana.writes("בטל")).toMatch(/לא נוסף[\s\S]*טארט\*: גודל\?/);
    expect(await dana.writes("קטן")).toMatch(/^נוסף[\s\S]*1\. טארט \(קטן\) × 2/);
  });
});

describe("numbers", () => {
  const rolls: CreateProductInput = { name: "לחמניות", price: 10 };

  it("of several products in one message are all heard, and what is refused is said", async () => {
    const { dana } = await visit(bread, cake, rolls);
    const answer = await dana.writes("1 x 2\n2 x 1\n3 x 10\n9 x 1");
    expect(answer).toMatch(/נוסף לעגלה: לחם[\s\S]*לחמניות × 10[\s\S]*אין מוצר מספר 9[\s\S]*עוגה\*: גודל\?/);
    expect(answer.match(/העגלה שלכם/g)).toHaveLength(1);
    expect(await dana.writes("גדול")).toContain("3. עוגה (גדול) × 1");
  });

  it.each(["1 x 1,5", "1 x 3 x 4", "1 x 1,000", "שנה 12", "change 15", "שנה 19"])(
    "that can be meant in more than one way change nothing: %s",
    async (text) => {
      const { dana } = await visit(bread);
      await dana.writes("1 x 2");
      expect(await dana.writes(text)).toMatch(/למשל|for example|הכמות צריכה/);
      expect(await dana.writes("עגלה")).toContain("1. לחם מחמצת × 2 – 56 ₪");
    },
  );

  it("with further words: those are noted, where nobody thinks about them", async () => {
    const { dana } = await visit(bread, cake);
    expect(await dana.writes("1 x 2 בלי שומשום בבקשה")).toMatch(/נוסף לעגלה: לחם[\s\S]*הערה: לחם מחמצת: בלי שומשום/);
    await dana.writes("2 x 1 גדול, בבקשה");
    expect(await dana.writes("לבצע הזמנה")).toMatch(/עוגה \(גדול\)[\s\S]*הערה: לחם מחמצת: בלי שומשום בבקשה\n/);
  });

  it("with further words are thought about, where somebody does", async () => {
    const { business, dana } = await visit(bread, cake);
    await dana.sends("1 x 2 בלי שומשום");
    expect(await openAnswer(business.ctx, await dana.conversationId(), true)).toMatchObject({ cart: ["ריקה"] });
  });

  it("with further digits are not understood", async () => {
    const { dana } = await visit(bread);
    expect(await dana.writes("1 x 2 5")).toContain("למשל");
    expect(await dana.writes("עגלה")).toContain("העגלה ריקה");
  });
});

describe("a bare number", () => {
  it("of somebody new is answered with the menu, from which the next one chooses", async () => {
    const { dana } = await visit(bread);
    expect(await dana.writes("4")).toContain("*1* – מוצרים");
    expect(await dana.writes("2")).toContain("העגלה ריקה");
    expect(await dana.writes("1")).toContain("*1* – לחם מחמצת");
    expect(await dana.writes("1")).toContain("1 x 1");
    expect(await dana.writesAtOnce("תפריט", "3")).toContain("אין עדיין הזמנות");
  });

  it.each(["4", "2"])("that answers somebody's question chooses nothing: %s", async (number) => {
    const { dana } = await visit(bread);
    await dana.writes("תפריט");
    await dana.isTold("לכמה אנשים?");
    const answer = await dana.writes(number);
    expect(answer).toContain("הצוות יחזור אליכם");
  });

  it("that answered a question opens no list, either", async () => {
    const { business, dana } = await visit(bread);
    await dana.sends("אפשר להזמין מקום?");
    const first = await openAnswer(business.ctx, await dana.conversationId(), true);
    const say = { handOver: null, unsure: false, tasks: [], name: null, orders: [] };
    if (first) await keepAnswer(first, { ...say, text: "לכמה אנשים?" });
    await dana.sends("4");
    const second = await openAnswer(business.ctx, await dana.conversationId(), true);
    if (second) await keepAnswer(second, { ...say, text: "ובאיזה יום בחודש?" });
    await dana.sends("2");
    expect(await openAnswer(business.ctx, await dana.conversationId(), true)).not.toBeNull();
  });

  it("behind a cart is no wish for a person", async () => {
    const { dana } = await visit(bread);
    await dana.writes("1 x 2");
    expect(await dana.writes("4")).toContain("*1* – מוצרים");
    expect(await dana.writes("2")).toContain("1. לחם מחמצת × 2");
    expect(await dana.writes("1")).toContain("*1* – לחם מחמצת");
  });
});

describe("what the agent does to a cart", () => {
  const say = { handOver: null, unsure: false, tasks: [], name: null };

  it("keeps the question for an option behind all else that it adds", async () => {
    const { business, dana } = await visit(bread, cake);
    await dana.sends("עוגה, ושני לחמים בבקשה");
    const pending = await openAnswer(business.ctx, await dana.conversationId(), true);
    const add = (number: number, quantity: number) => ({ kind: "add" as const, number, quantity, rest: "" });
    if (pending)
      await keepAnswer(pending, { ...say, text: "בשמחה.", orders: [add(2, 1), add(1, 2), { kind: "place" }] });
    expect(await dana.writes("גדול")).toContain("2. עוגה (גדול) × 1");
  });

  it("does not wake a summary that slept: the yes is shown it again", async () => {
    const { business, dana, orders } = await visit(bread);
    for (const text of ["1 x 2", "לבצע הזמנה"]) await dana.writes(text);
    await dana.sleeps();
    await dana.sends("מה יש לי בעגלה?");
    const pending = await openAnswer(business.ctx, await dana.conversationId(), true);
    if (pending) await keepAnswer(pending, { ...say, text: "", orders: [{ kind: "cart" }] });
    expect(await dana.writes("כן")).toContain("סיכום ההזמנה");
    expect(await orders()).toHaveLength(0);
    expect(await dana.writes("כן")).toContain("*1001*");
  });
});
