/** What becomes of an order once it is placed, and orders that did not come by message. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerByPhone } from "../customers/customer-by-phone.ts";
import { forBusiness } from "../db/tenant.ts";
import type { TestBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { archiveOrder, createOrder } from "./create-order.ts";
import { countNewOrders, getOrder, listOrders } from "./list-orders.ts";
import { moveOrder } from "./move-order.ts";
import type { CreateProductInput } from "./schemas/products.ts";
import { Customer, shopWith } from "./testing/shop.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const bread: CreateProductInput = { name: "לחם מחמצת", price: 28, stock: 20 };
const juice: CreateProductInput = {
  name: "מיץ",
  price: 12,
  options: [{ name: "גודל", choices: [{ label: "קטן" }, { label: "גדול", extra: 3.5 }] }],
};

async function orderedByMessage(...forms: string[]) {
  const { business, products } = await shopWith(bread, juice);
  const dana = new Customer(database, business);
  for (const form of forms) await dana.writes(form);
  const [order] = (await listOrders(business.as("viewer"), {})).items;
  return { business, products, dana, orderId: order?.id ?? "" };
}

async function customerOf(business: TestBusiness, phone: string): Promise<string> {
  return (await forBusiness(business.ctx, (tx) => customerByPhone(tx, business.ctx, phone))).id;
}

const stockOf = async (business: TestBusiness) => {
  const [row] = await database.owner`select stock from product where business_id = ${business.id} and number = 1`;
  return row?.stock;
};
const toldIn = async (business: TestBusiness) => {
  const rows = await database.owner`
    select body from message where author = 'system' and business_id = ${business.id} order by id`;
  return rows.map(({ body }) => String(body));
};

describe("an order by message", () => {
  it("goes forward, tells its customer once, and gives the stock back when it is cancelled", async () => {
    const { business, orderId } = await orderedByMessage("1 x 5", "לבצע הזמנה", "כן");
    const staff = business.as("staff");
    expect(await countNewOrders(staff)).toBe(1);
    expect(await stockOf(business)).toBe(15);
    await Promise.all([moveOrder(staff, { orderId, status: "sent" }), moveOrder(staff, { orderId, status: "sent" })]);
    await expect(moveOrder(staff, { orderId, status: "confirmed" })).rejects.toMatchObject({ code: "rule" });
    await moveOrder(staff, { orderId, status: "cancelled" });
    await expect(moveOrder(staff, { orderId, status: "done" })).rejects.toMatchObject({ code: "rule" });
    expect(await toldIn(business)).toEqual([expect.stringContaining("יצאה לדרך"), expect.stringContaining("בוטלה")]);
    expect(await stockOf(business)).toBe(20);
    expect(await countNewOrders(staff)).toBe(0);
  });

  it("of somebody who has not written for a day is told of by the staff, who are told to", async () => {
    const { business, orderId } = await orderedByMessage("1 x 5", "לבצע הזמנה", "כן");
    await database.owner`update conversation set last_inbound_at = now() - interval '25 hours' where business_id = ${business.id}`;
    await moveOrder(business.as("staff"), { orderId, status: "sent" });
    expect(await toldIn(business)).toEqual([]);
    const tasks =
      await database.owner`select title, details from task where business_id = ${business.id} and title like 'לעדכן%'`;
    expect(tasks).toMatchObject([
      { title: expect.stringContaining("לעדכן על הזמנה"), details: expect.stringContaining("יצאה לדרך") },
    ]);
  });

  it("remembers who took it further, and what became of telling it", async () => {
    const { business, orderId } = await orderedByMessage("1 x 1", "לבצע הזמנה", "כן");
    await moveOrder(business.as("owner"), { orderId, status: "confirmed" });
    const { history } = await moveOrder(business.as("owner"), { orderId, status: "packed" });
    expect(history).toMatchObject([
      { status: "new", by: "customer", staffName: null, told: null },
      { status: "confirmed", by: "staff", staffName: "דנה לוי", told: "queued" },
      { status: "packed", by: "staff", told: "queued" },
    ]);
  });

  it("in English is told of in English, and one to be fetched is ready for that", async () => {
    const { business, orderId } = await orderedByMessage("hi", "1 x 1", "place order", "yes");
    await moveOrder(business.as("staff"), { orderId, status: "packed" });
    expect(await toldIn(business)).toEqual(["Order number *1001* is ready to be picked up."]);
  });

  it("is not cancelled by writing it, but its customer is told how", async () => {
    const { dana } = await orderedByMessage("1 x 1", "לבצע הזמנה", "כן");
    expect(await dana.writes("בטל")).toMatch(/1001\* כבר אצלנו[\s\S]*נציג/);
  });

  it("is moved by staff and not by who only looks", async () => {
    const { business, orderId } = await orderedByMessage("1 x 1", "לבצע הזמנה", "כן");
    const move = moveOrder(business.as("viewer"), { orderId, status: "confirmed" });
    await expect(move).rejects.toMatchObject({ code: "forbidden" });
    expect(await toldIn(business)).toEqual([]);
  });

  it("cancelled while its customer orders on, neither waits for the other for ever", async () => {
    const { business, dana, orderId } = await orderedByMessage("1 x 5", "לבצע הזמנה", "כן", "1 x 2", "לבצע הזמנה");
    await Promise.all([moveOrder(business.as("staff"), { orderId, status: "cancelled" }), dana.writes("כן")]);
    expect(await stockOf(business)).toBe(18);
  });
});

describe("an order by hand", () => {
  it("takes today's prices and the stock; the same line twice is one", async () => {
    const { business, products } = await shopWith(bread, juice);
    const [loaf, drink] = products.map(({ id }) => id);
    await database.owner`update business set delivery_agorot = 1500 where id = ${business.id}`;
    const order = await createOrder(business.as("staff"), {
      customerId: await customerOf(business, "+972541234567"),
      items: [
        { productId: loaf ?? "", quantity: 2 },
        { productId: drink ?? "", quantity: 1, options: { גודל: "גדול" } },
        { productId: loaf ?? "", quantity: 1 },
      ],
      address: "הרצל 1, חולון",
      notes: "לצלצל פעמיים",
    });
    expect(order).toMatchObject({
      ...{ number: 1001, status: "new", total: 114.5, vat: 17.47, notes: "לצלצל פעמיים" },
      delivery: { kind: "delivery", address: "הרצל 1, חולון", fee: 15 },
      items: [
        { name: "לחם מחמצת", quantity: 3, price: 28 },
        { name: "מיץ", quantity: 1, price: 15.5, options: { גודל: "גדול" } },
      ],
      history: [{ status: "new", by: "staff", staffName: "דנה לוי" }],
    });
    expect(await stockOf(business)).toBe(17);
  });

  it("is refused for what is not there, not chosen, not delivered; and nothing is taken", async () => {
    const { business, products } = await shopWith(bread, juice);
    const customerId = await customerOf(business, "+972541234567");
    const [loaf = "", drink = ""] = products.map(({ id }) => id);
    const make = (input: Omit<Parameters<typeof createOrder>[1], "customerId">) =>
      createOrder(business.as("staff"), { customerId, ...input });
    const items = [{ productId: loaf, quantity: 1 }];
    const rule = { code: "rule" };
    await expect(make({ items: [{ productId: loaf, quantity: 21 }] })).rejects.toMatchObject(rule);
    await expect(make({ items: [...items, { productId: loaf, quantity: 20 }] })).rejects.toMatchObject(rule);
    await expect(make({ items: [{ productId: drink, quantity: 1 }] })).rejects.toMatchObject(rule);
    await expect(make({ items, address: "הרצל 1" })).rejects.toMatchObject(rule);
    expect(await stockOf(business)).toBe(20);
    expect((await make({ items })).number).toBe(1001);
  });

  it("is found by number, customer and thing, by state and day; sorted by sum; hidden once it is over", async () => {
    const { business, products } = await shopWith(bread, juice);
    const [loaf = ""] = products.map(({ id }) => id);
    const staff = business.as("staff");
    for (const [index, quantity] of [3, 1, 2].entries()) {
      const customerId = await customerOf(business, `+97254000000${index}`);
      await createOrder(staff, { customerId, items: [{ productId: loaf, quantity }] });
    }
    const numbers = async (input: Parameters<typeof listOrders>[1]) =>
      (await listOrders(staff, input)).items.map(({ number }) => number);
    expect(await numbers({})).toEqual([1003, 1002, 1001]);
    expect(await numbers({ sort: "total" })).toEqual([1002, 1003, 1001]);
    expect(await numbers({ q: "1002" })).toEqual([1002]);
    expect(await numbers({ q: "054-0000002" })).toEqual([1003]);
    expect(await numbers({ q: "מחמצת" })).toEqual([1003, 1002, 1001]);
    expect(await numbers({ q: "%" })).toEqual([]);
    expect(await numbers({ from: "2099-01-01" })).toEqual([]);
    const first = await listOrders(staff, { sort: "-total", limit: 2 });
    expect(first.items.map(({ number }) => number)).toEqual([1001, 1003]);
    expect(await numbers({ sort: "-total", limit: 2, cursor: first.nextCursor ?? "" })).toEqual([1002]);

    const orderId = first.items[0]?.id ?? "";
    await expect(archiveOrder(staff, orderId)).rejects.toMatchObject({ code: "rule" });
    await moveOrder(staff, { orderId, status: "done" });
    expect(await numbers({ status: "open" })).toEqual([1003, 1002]);
    expect(await numbers({ status: "done" })).toEqual([1001]);
    await archiveOrder(staff, orderId);
    expect(await numbers({ status: "done" })).toEqual([]);
    await expect(getOrder(staff, orderId)).rejects.toMatchObject({ code: "not_found" });
  });
});
