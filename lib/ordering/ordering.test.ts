/** A customer orders in writing: from what they write to what they are written, with everything in between but the carrier. */
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerConversation } from "../agent/answer-conversation.ts";
import { receiveMessage } from "../messaging/receive-message.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { createProduct } from "./create-product.ts";
import { listOrders } from "./list-orders.ts";
import { moveOrder } from "./move-order.ts";
import type { CreateProductInput } from "./schemas/products.ts";
import { updateProduct } from "./update-product.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function shop(...products: CreateProductInput[]) {
  const business = await testBusiness("מאפיית הבוקר");
  const made = [];
  for (const one of products) made.push(await createProduct(business.as("staff"), one));
  return { business, products: made };
}

/** Somebody who writes to a business and reads what comes back. */
class Person {
  readonly phone = `+97254${randomInt(1_000_000, 9_999_999)}`;
  readonly #business: TestBusiness;

  constructor(business: TestBusiness) {
    this.#business = business;
  }

  /** What was answered to this message. */
  async writes(body: string, id = crypto.randomUUID()): Promise<string> {
    const before = (await this.#answers()).length;
    await receiveMessage(this.#business.ctx, {
      ...{ channel: "whatsapp", carrier: "twilio", providerId: `SM${id}`, from: this.phone, profileName: "דנה" },
      ...{ body, content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
    });
    await this.isAnswered();
    return (await this.#answers()).slice(before).join("\n---\n");
  }

  async isAnswered(): Promise<void> {
    const [row] = await this.#conversation();
    await answerConversation(
      null,
      { businessId: this.#business.id, conversationId: row?.id },
      AbortSignal.timeout(5000),
    );
  }

  #conversation() {
    return database.owner`select id from conversation where business_id = ${this.#business.id} and address = ${this.phone}`;
  }

  async #answers(): Promise<string[]> {
    const rows = await database.owner`
      select body from message where direction = 'out' and conversation_id in
        (select id from conversation where business_id = ${this.#business.id} and address = ${this.phone}) order by id`;
    return rows.map(({ body }) => String(body));
  }
}

const bread: CreateProductInput = { name: "לחם מחמצת", price: 28, stock: 20 };

describe("the conversation of an order", () => {
  it("goes from hello to an order that the staff see", async () => {
    const { business } = await shop(bread, { name: "עוגיות", price: 12.5, stock: null });
    const dana = new Person(business);
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
    const { items } = await listOrders(business.as("viewer"), {});
    expect(items).toMatchObject([
      {
        number: 1001,
        status: "new",
        total: 280,
        vat: 42.71,
        customerName: "דנה",
        items: [{ name: "לחם מחמצת", quantity: 10, price: 28 }],
      },
    ]);
    const [left] = await database.owner`select stock from product where business_id = ${business.id} and number = 1`;
    expect(left?.stock).toBe(10);
  });

  it("is understood in Hebrew too, and asks for an address when things are delivered", async () => {
    const { business } = await shop(bread);
    await database.owner`update business set delivery_agorot = 2000 where id = ${business.id}`;
    const dana = new Person(business);
    expect(await dana.writes("היי")).toContain("*1* – מוצרים");
    await dana.writes("2 יחידות של 1");
    expect(await dana.writes("שנה 1 ל-3")).toContain("לחם מחמצת × 3");
    expect(await dana.writes("לבצע הזמנה")).toContain("לאיזו כתובת");
    const summary = await dana.writes("הרצל 12, חולון, קומה 2");
    expect(summary).toContain("משלוח אל: הרצל 12, חולון, קומה 2 – 20 ₪");
    expect(summary).toContain("לתשלום: 104 ₪");
    expect(await dana.writes("כן")).toContain("מספר ההזמנה: *1001*");
    expect(await dana.writes("סטטוס")).toContain("הזמנה מספר *1001*: התקבלה");
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
  ])("%s: is answered, and changes nothing", async (text, answer) => {
    const { business } = await shop(bread);
    const dana = new Person(business);
    await dana.writes("תפריט");
    expect(await dana.writes(text)).toContain(answer);
    expect(await dana.writes("עגלה")).toContain("העגלה ריקה");
  });
});

describe("the yes", () => {
  it("twice makes one order, and so does one message that comes twice", async () => {
    const { business } = await shop(bread);
    const dana = new Person(business);
    await dana.writes("1 x 2");
    await dana.writes("לבצע הזמנה");
    await dana.writes("כן", "the-same");
    await dana.writes("כן", "the-same");
    await dana.writes("כן");
    expect((await listOrders(business.as("staff"), {})).items).toHaveLength(1);
  });

  it("is to the price that was shown: a new price is shown first", async () => {
    const { business, products } = await shop(bread);
    const dana = new Person(business);
    await dana.writes("1 x 2");
    await dana.writes("לבצע הזמנה");
    await updateProduct(business.as("staff"), { productId: products[0]?.id ?? "", price: 30 });
    expect(await dana.writes("כן")).toMatch(/השתנה[\s\S]*לתשלום: 60 ₪/);
    expect(await dana.writes("כן")).toContain("*1001*");
    expect((await listOrders(business.as("staff"), {})).items).toMatchObject([{ total: 60 }]);
  });

  it("of two people at once sells the last one once", async () => {
    const { business } = await shop({ ...bread, stock: 1 });
    const people = [new Person(business), new Person(business)];
    for (const one of people) {
      await one.writes("1 x 1");
      await one.writes("לבצע הזמנה");
    }
    const answers = await Promise.all(people.map((one) => one.writes("כן")));
    expect(answers.filter((answer) => answer.includes("*1001*"))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes("אזל"))).toHaveLength(1);
    const [left] = await database.owner`select stock from product where business_id = ${business.id}`;
    expect(left?.stock).toBe(0);
  });

  it("to a cart that has slept for a day is asked for again", async () => {
    const { business } = await shop(bread);
    const dana = new Person(business);
    await dana.writes("1 x 2");
    await dana.writes("לבצע הזמנה");
    await database.owner`update cart set touched_at = now() - interval '25 hours' where business_id = ${business.id}`;
    expect(await dana.writes("כן")).toContain("עבר זמן");
    expect(await dana.writes("כן")).toContain("*1001*");
  });
});

describe("an order", () => {
  it("goes forward, tells its customer once, and gives the stock back when it is cancelled", async () => {
    const { business } = await shop(bread);
    const dana = new Person(business);
    await dana.writes("1 x 5");
    await dana.writes("לבצע הזמנה");
    await dana.writes("כן");
    const [order] = (await listOrders(business.as("staff"), {})).items;
    const orderId = order?.id ?? "";
    await moveOrder(business.as("staff"), { orderId, status: "sent" });
    await moveOrder(business.as("staff"), { orderId, status: "sent" });
    await expect(moveOrder(business.as("staff"), { orderId, status: "confirmed" })).rejects.toThrow("rule");
    await moveOrder(business.as("staff"), { orderId, status: "cancelled" });
    const told =
      await database.owner`select body from message where author = 'system' and business_id = ${business.id} order by id`;
    expect(told.map(({ body }) => body)).toEqual([
      expect.stringContaining("יצאה לדרך"),
      expect.stringContaining("בוטלה"),
    ]);
    const [left] = await database.owner`select stock from product where business_id = ${business.id}`;
    expect(left?.stock).toBe(20);
  });

  it("is no matter of a business that sells nothing by message", async () => {
    const { business } = await shop();
    const dana = new Person(business);
    expect(await dana.writes("תפריט")).toContain("הצוות יחזור אליכם");
  });
});
