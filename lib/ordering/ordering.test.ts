/** A customer orders in writing: from what they write to what they are written, with everything in between but the carrier. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { listOrders } from "./list-orders.ts";
import type { CreateProductInput } from "./schemas/products.ts";
import { Customer, shopWith } from "./testing/shop.ts";
import { archiveProduct, updateProduct } from "./update-product.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const bread: CreateProductInput = { name: "לחם מחמצת", price: 28, stock: 20 };
const cake: CreateProductInput = {
  name: "עוגה",
  price: 90,
  options: [
    { name: "גודל", choices: [{ label: "קטן" }, { label: "קטן מאוד" }, { label: "גדול", extra: 20 }] },
    { name: "טעם", choices: [{ label: "שוקולד" }, { label: "גבינה", extra: 5.5 }] },
  ],
};

async function visit(...products: CreateProductInput[]) {
  const shop = await shopWith(...products);
  return { ...shop, dana: new Customer(database, shop.business) };
}

const ordersOf = async ({ business }: Awaited<ReturnType<typeof visit>>) =>
  (await listOrders(business.as("viewer"), {})).items;

async function setDelivery(businessId: string, agorot: number | null): Promise<void> {
  await database.owner`update business set delivery_agorot = ${agorot} where id = ${businessId}`;
}

describe("the conversation of an order", () => {
  it("goes from hello to an order that the staff see", async () => {
    const shop = await visit(bread, { name: "עוגיות", price: 12.5, stock: null });
    const { dana } = shop;
    expect(await dana.writes("hi")).toContain("*1* – Products");
    expect(await dana.writes("1")).toContain("*1* – לחם מחמצת, 28 ₪");
    const cart = await dana.writes("1 x 10");
    expect(cart).toContain("1. לחם מחמצת × 10 – 280 ₪");
    expect(cart).toContain("Total: 280 ₪");
    const summary = await dana.writes("place order");
    expect(summary).toContain("To pay: 280 ₪");
    expect(summary).toContain("VAT 42.71 ₪");
    expect(summary).toContain("Pickup");
    expect(await dana.writes("yes")).toMatch(/Order number: \*1001\*/);
    expect(await ordersOf(shop)).toMatchObject([
      {
        number: 1001,
        status: "new",
        total: 280,
        vat: 42.71,
        customerName: "דנה",
        items: [{ name: "לחם מחמצת", quantity: 10, price: 28 }],
      },
    ]);
    const [left] = await database.owner`
      select stock from product where business_id = ${shop.business.id} and number = 1`;
    expect(left?.stock).toBe(10);
  });

  it("is understood in Hebrew too, asks for an address once, and takes a note", async () => {
    const shop = await visit(bread);
    const { dana } = shop;
    await setDelivery(shop.business.id, 2000);
    expect(await dana.writes("היי")).toContain("*1* – מוצרים");
    await dana.writes("2 יחידות של 1");
    expect(await dana.writes("שנה 1 ל-3")).toContain("לחם מחמצת × 3");
    expect(await dana.writes("לבצע הזמנה")).toContain("לאיזו כתובת");
    expect(await dana.writes("😀")).toContain("לאיזו כתובת");
    const summary = await dana.writes("הרצל 12, חולון, קומה 2");
    expect(summary).toContain("משלוח אל: הרצל 12, חולון, קומה 2 – 20 ₪");
    expect(summary).toContain("לתשלום: 104 ₪");
    expect(await dana.writes("הערה: בלי שומשום")).toContain("הערה: בלי שומשום");
    expect(await dana.writes(`הערה: ${"א".repeat(501)}`)).toContain("ארוך מדי ולא נרשם");
    expect(await dana.writes("לבצע הזמנה")).toContain("הערה: בלי שומשום");
    expect(await dana.writes("כן")).toContain("מספר ההזמנה: *1001*");
    expect(await dana.writes("סטטוס")).toContain("הזמנה מספר *1001*: התקבלה");
    expect(await ordersOf(shop)).toMatchObject([
      { notes: "בלי שומשום", delivery: { kind: "delivery", address: "הרצל 12, חולון, קומה 2", fee: 20 } },
    ]);
    await dana.writes("1 x 1");
    const second = await dana.writes("לבצע הזמנה");
    expect(second).toContain("משלוח אל: הרצל 12");
    expect(second).not.toContain("בלי שומשום");
    expect(await dana.writes("כתובת: ביאליק 3, רמת גן")).toContain("משלוח אל: ביאליק 3, רמת גן");
  });

  it("asks for the options that a product has, by number or by words, and counts what they add", async () => {
    const { dana } = await visit(cake);
    expect(await dana.writes("1 x 2")).toMatch(/גודל\?[\s\S]*\*3\* – גדול \(\+20 ₪\)/);
    expect(await dana.writes("7")).toContain("גודל?");
    expect(await dana.writes("3")).toMatch(/טעם\?[\s\S]*\*2\* – גבינה \(\+5.50 ₪\)/);
    expect(await dana.writes("גבינה")).toContain("1. עוגה (גדול, גבינה) × 2 – 231 ₪");
    expect(await dana.writes("1 x 1 קטן מאוד שוקולד")).toContain("2. עוגה (קטן מאוד, שוקולד) × 1 – 90 ₪");
    expect(await dana.writes("1x1, גדול גבינה")).toContain("1. עוגה (גדול, גבינה) × 3");
    await dana.writes("1 x 1");
    expect(await dana.writes("בטל")).toContain("לא נוסף");
  });

  it("lists products by category, a page at a time, and shows one of them by its number", async () => {
    const many = Array.from({ length: 30 }, (_, n) => ({ name: `מאפה ${n + 1}`, price: 10, category: "מאפים" }));
    const { dana } = await visit(...many, { ...bread, category: "לחמים", description: "נאפה כל בוקר" });
    const first = await dana.writes("מוצרים");
    expect(first).toMatch(/_מאפים_\n\*1\* – מאפה 1, 10 ₪/);
    expect(first).not.toContain("לחם");
    expect(await dana.writes("עוד")).toMatch(/מאפה 30[\s\S]*_לחמים_\n\*31\* – לחם/);
    expect(await dana.writes("עוד")).toContain("זו כל הרשימה");
    expect(await dana.writes("31")).toContain("נאפה כל בוקר");
  });

  it("sends a product's picture along with its description, each time", async () => {
    const { business, products, dana } = await visit(bread);
    const imageId = crypto.randomUUID();
    await database.owner`
      insert into attachment (id, business_id, kind, state, source, content_type, file_key)
      values (${imageId}, ${business.id}, 'image', 'kept', '{"carrier":"none"}', 'image/png', 'a/b')`;
    await updateProduct(business.as("staff"), { productId: products[0]?.id ?? "", imageId });
    await dana.writes("מוצרים");
    await dana.writes("1");
    await dana.writes("1");
    const sent = await database.owner`
      select a.file_key, a.kind from attachment a join message m on m.id = a.message_id where m.direction = 'out'
      and m.business_id = ${business.id}`;
    expect(sent).toMatchObject([{ file_key: "a/b", kind: "image" }, { file_key: "a/b" }]);
  });

  it("reads in the right direction: what is typed from left to right, and a foreign name as itself", async () => {
    const { business, dana } = await visit({ name: "iPhone 15 (Pro)", price: 4000 });
    await dana.writes("מוצרים");
    const [row] = await database.owner`
      select body from message where direction = 'out' and business_id = ${business.id}`;
    expect(row?.body).toContain("*1* – \u200f\u2068iPhone 15 (Pro)\u2069, 4,000 ₪");
    expect(row?.body).toContain("\u20661 x 2\u2069");
    expect(await dana.writes("\u20661 x 2\u2069")).toContain("8,000 ₪");
  });
});

describe("what makes no sense", () => {
  it.each([
    ["1 x -5", "הכמות צריכה להיות מספר בין 1 ל-999"],
    ["1 x 0", "הכמות צריכה להיות מספר בין 1 ל-999"],
    ["1 x 999999", "הכמות צריכה להיות מספר בין 1 ל-999"],
    ["99 x 1", "אין מוצר מספר 99"],
    ["1 x 21", "נשארו 20 יחידות"],
    ["הסר 4", "אין שורה 4"],
    ["שנה 2 ל-5", "אין שורה 2"],
    ["לבצע הזמנה", "העגלה ריקה"],
    ["😀🎂", "לא ברור לנו מה הכוונה"],
    ["\u202e\u200b", "לא ברור לנו מה הכוונה"],
    ['\'; drop table "order"; --', "We have received your message"],
  ])("%s: is answered, and changes nothing", async (text, answer) => {
    const { business, dana } = await visit(bread);
    await dana.writes("תפריט");
    expect(await dana.writes(text)).toContain(answer);
    const carts = await database.owner`select items from cart where business_id = ${business.id}`;
    expect(carts).toMatchObject([{ items: [] }]);
  });

  it("more than there is counts what is in the cart already", async () => {
    const { dana } = await visit(bread);
    await dana.writes("1 x 15");
    expect(await dana.writes("1 x 6")).toMatch(/נשארו 20 יחידות, ו-15 כבר בעגלה[\s\S]*1 x 5/);
    expect(await dana.writes("שנה 1 ל-21")).toContain("נשארו 20 יחידות");
    expect(await dana.writes("עגלה")).toContain("לחם מחמצת × 15");
  });

  it("a sum that nobody can mean is refused", async () => {
    const { dana } = await visit({ name: "ארמון", price: 1_000_000 });
    expect(await dana.writes("1 x 999")).toContain("הסכום גדול מדי");
    expect(await dana.writes("עגלה")).toContain("העגלה ריקה");
  });
});

describe("the yes", () => {
  it("twice makes one order, and so does one message that comes twice", async () => {
    const shop = await visit(bread);
    const { dana } = shop;
    await dana.writes("1 x 2");
    await dana.writes("לבצע הזמנה");
    await dana.writes("כן", "the-same");
    await Promise.all([dana.sends("כן", "the-same"), dana.sends("כן", "the-same")]);
    await dana.isAnswered();
    expect(await dana.writes("כן")).toContain("הזמנה מספר *1001* כבר התקבלה");
    expect(await ordersOf(shop)).toHaveLength(1);
  });

  it("is to the price and the fee that were shown: what changed is told first", async () => {
    const shop = await visit(bread);
    const { business, products, dana } = shop;
    await setDelivery(business.id, 2000);
    await dana.writes("1 x 2");
    await dana.writes("לבצע הזמנה");
    await dana.writes("הרצל 12 חולון");
    await updateProduct(business.as("staff"), { productId: products[0]?.id ?? "", price: 30 });
    await setDelivery(business.id, 2500);
    const answer = await dana.writes("כן");
    expect(answer).toContain("המחיר עכשיו 30 ₪ (היה 28 ₪)");
    expect(answer).toContain("המשלוח עולה עכשיו 25 ₪");
    expect(answer).toContain("לתשלום: 85 ₪");
    expect(await dana.writes("כן")).toContain("*1001*");
    expect(await ordersOf(shop)).toMatchObject([{ total: 85 }]);
  });

  it("is to what is still there: the rest is told, and the cart is what is left", async () => {
    const shop = await visit(bread, { name: "חלה", price: 20 }, cake);
    const { business, products, dana } = shop;
    for (const text of ["1 x 5", "2 x 1", "3 x 1 גדול שוקולד", "לבצע הזמנה"]) await dana.writes(text);
    await updateProduct(business.as("staff"), { productId: products[0]?.id ?? "", stock: 3 });
    await archiveProduct(business.as("staff"), products[1]?.id ?? "");
    const answer = await dana.writes("כן");
    expect(answer).toContain("לחם מחמצת: נשארו 3");
    expect(answer).toContain("חלה: אזל או כבר לא נמכר");
    expect(answer).toContain("לתשלום: 194 ₪");
    expect(await dana.writes("כן")).toContain("*1001*");
    expect(await ordersOf(shop)).toMatchObject([
      { items: [{ quantity: 3 }, { name: "עוגה", options: { גודל: "גדול", טעם: "שוקולד" }, price: 110 }] },
    ]);
  });

  it("of two people at once sells the last one once", async () => {
    const { business } = await visit({ ...bread, stock: 1 });
    const people = Array.from({ length: 6 }, () => new Customer(database, business));
    for (const one of people) {
      await one.writes("1 x 1");
      await one.writes("לבצע הזמנה");
    }
    const answers = await Promise.all(people.map((one) => one.writes("כן")));
    expect(answers.filter((answer) => answer.includes("*1001*"))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes("אזל"))).toHaveLength(5);
    const late = people[answers.findIndex((answer) => answer.includes("אזל"))];
    expect(await late?.writes("כן")).toContain("העגלה ריקה");
    const [left] = await database.owner`select stock from product where business_id = ${business.id}`;
    expect(left?.stock).toBe(0);
  });

  it("can be taken back when there is nothing, too: that is what is said", async () => {
    const { dana } = await visit(bread);
    await dana.writes("hi");
    expect(await dana.writes("cancel")).toContain("There is no order to cancel");
  });

  it("of many people at once, to the same things in different orders, numbers their orders without a gap", async () => {
    const shop = await visit(bread, { name: "חלה", price: 20, stock: 50 });
    const people = Array.from({ length: 8 }, () => new Customer(database, shop.business));
    for (const [index, one] of people.entries()) {
      for (const text of index % 2 ? ["1 x 1", "2 x 1"] : ["2 x 1", "1 x 1"]) await one.writes(text);
      await one.writes("לבצע הזמנה");
    }
    await Promise.all(people.map((one) => one.writes("כן")));
    const numbers = (await ordersOf(shop)).map(({ number }) => number).sort();
    expect(numbers).toEqual([1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008]);
  });

  it("to a cart that has slept for a day is asked for again", async () => {
    const { dana } = await visit(bread);
    await dana.writes("1 x 2");
    await dana.writes("לבצע הזמנה");
    await dana.sleeps();
    expect(await dana.writes("כן")).toContain("עבר זמן");
    expect(await dana.writes("כן")).toContain("*1001*");
  });
});

describe("a cart", () => {
  it("that slept is brought to mind, and what is in it no more is told", async () => {
    const { business, products, dana } = await visit(bread, { name: "חלה", price: 20 });
    await dana.writes("1 x 2");
    await dana.writes("2 x 1");
    await dana.sleeps();
    await updateProduct(business.as("staff"), { productId: products[1]?.id ?? "", available: false });
    const answer = await dana.writes("היי");
    expect(answer).toContain("כבר לא נמכר, והוסר מהעגלה: חלה");
    expect(answer).toMatch(/עדיין כאן[\s\S]*לחם מחמצת × 2/);
  });

  it("is changed, emptied, left alone", async () => {
    const { dana } = await visit(bread, { name: "חלה", price: 20 });
    await dana.writes("1 x 2");
    await dana.writes("2 x 1");
    expect(await dana.writes("הסר 1")).toMatch(/הוסר מהעגלה: לחם[\s\S]*1\. חלה × 1/);
    await dana.writes("לבצע הזמנה");
    expect(await dana.writes("👍")).toContain("לאישור ההזמנה כותבים");
    expect(await dana.writes("לא")).toContain("לא הוזמן דבר");
    expect(await dana.writes("כן")).toContain("עוד לא סיכמנו הזמנה");
    expect(await dana.writes("רוקן")).toContain("העגלה רוקנה");
    expect(await dana.writes("עגלה")).toContain("העגלה ריקה");
  });

  it("is no matter of a business that sells nothing by message", async () => {
    const { dana } = await visit();
    expect(await dana.writes("תפריט")).toContain("הצוות יחזור אליכם");
  });
});
