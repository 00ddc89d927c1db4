/** The conversation of an order, end to end, over both providers: what a customer writes, and what comes to their phone. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listOrders } from "#lib/ordering/list-orders.ts";
import { pay, takesPayments, tokenIn } from "#lib/testing/cashier.ts";
import { Person } from "./testing/messages/network.ts";
import { type MessagesWorld, PROVIDERS, startMessagesWorld } from "./testing/messages/world.ts";
import { until } from "./testing/whatsapp-world.ts";

let world: MessagesWorld;
beforeAll(async () => {
  world = await startMessagesWorld();
}, 60_000);
afterAll(() => world.close());

/** What is written, and each message that comes back, in this order. */
const CONVERSATION = [
  ["hi", [/\*1\* – Products/]],
  ["1", [/\*1\* – לחם מחמצת, 28 ₪/]],
  ["1 x 10", [/^Added to the cart: לחם מחמצת × 10$/, /1\. לחם מחמצת × 10 – 280 ₪[\s\S]*Total: 280 ₪/]],
  ["place order", [/To pay: 280 ₪/]],
  // The network brings it twice at once.
  [{ text: "yes", copies: 2 }, [/Order number: \*1001\*[\s\S]*To pay securely:\nhttp/]],
  // The customer writes it once more.
  ["yes", [/received order number \*1001\* already/]],
] as const;

/** Each business is paid through another one. */
const PAID_THROUGH = { twilio: "paypal", baileys: "tranzila" } as const;

describe.each(PROVIDERS)("over %s", (provider) => {
  it("a customer orders, is sold it once, and pays by the link that comes with it", async () => {
    const { business, network } = world.shops[provider];
    await takesPayments(business, PAID_THROUGH[provider]);
    const dana = new Person(network);
    for (const [said, answers] of CONVERSATION) {
      await dana.writes(said);
      for (const answer of answers) expect(await dana.reads()).toMatch(answer);
    }
    const placed = (await dana.screen()).find((text) => text.includes("/pay/")) ?? "";
    expect(await pay(world.cashier, tokenIn(placed))).toMatch(/\/pay\/[\w-]{32}\?back=well$/);
    expect(await dana.reads()).toMatch(/^Your payment for order number \*1001\* has arrived: 280 ₪/);
    const directions = [...CONVERSATION.flatMap(([, answers]) => ["in", ...answers.map(() => "out")]), "out"];
    expect(await dana.screen()).toHaveLength(directions.filter((one) => one === "out").length);
    const { items: orders } = await listOrders(business.as("viewer"), {});
    expect(orders).toMatchObject([
      {
        ...{ number: 1001, status: "new", total: 280, items: [{ name: "לחם מחמצת", quantity: 10, price: 28 }] },
        payment: { status: "paid", provider: PAID_THROUGH[provider] },
      },
    ]);
    const { owner: sql } = world.database;
    const [left] = await sql`select stock from product where business_id = ${business.id}`;
    expect(left?.stock).toBe(10);
    // What was written is in the inbox once, and of each answer it is known that it was read.
    const inbox = () => sql`
      select m.direction, m.status, m.carrier from message m join conversation c on c.id = m.conversation_id
      where c.business_id = ${business.id} and c.address = ${dana.phone} order by m.id`;
    const seen = await until(async () => {
      const rows = await inbox();
      return rows.every(({ direction, status }) => status === (direction === "in" ? "received" : "read")) && rows;
    });
    expect(seen.map(({ direction }) => direction)).toEqual(directions);
    expect(new Set(seen.map(({ carrier }) => carrier))).toEqual(new Set([provider]));
  }, 120_000);
});

it("of two messages at once the second waits for the first, when Twilio does not take that at once", async () => {
  const noa = new Person(world.shops.twilio.network);
  world.faults.twilio.set({ messaging: { kind: "500", times: 1 } });
  await noa.writes("1 x 1");
  expect(await noa.reads()).toMatch(/^נוסף לעגלה/);
  expect(await noa.reads()).toMatch(/סך הכול: 28 ₪/);
}, 60_000);
