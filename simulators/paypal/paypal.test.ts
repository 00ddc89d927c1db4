import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { orderBody, startPayPalWorld } from "./testing/world.ts";

const ORDERS = "/v2/checkout/orders";
const HOUR_MS = 3_600_000;
let world: Awaited<ReturnType<typeof startPayPalWorld>>;

beforeAll(async () => {
  world = await startPayPalWorld();
});
beforeEach(() => {
  world.paypal.faults.set({ paypal: null });
});
afterAll(() => world.close());

describe("an order", () => {
  test("is made, approved on PayPal's page, collected, and shows the money", async () => {
    const { status, order } = await world.create();
    expect(order.id).toMatch(/^[A-Z0-9]{17}$/);
    expect([status, order.status]).toEqual([200, "PAYER_ACTION_REQUIRED"]);
    const page = order.links.find(({ rel }) => rel === "payer-action")?.href ?? "";
    expect(page).toBe(`${world.paypal.url}/checkoutnow?token=${order.id}`);

    const shown = await (await fetch(page)).text();
    expect(shown).toContain('dir="rtl"');
    for (const words of ["הדגמה של PayPal", "שי דירות", "120.50", "ייעוץ", "אישור התשלום", "ביטול"])
      expect(shown).toContain(words);
    expect(await press(order.id, "cancel")).toBe(`http://shop.test/back?token=${order.id}`);
    expect(await world.refused(`${ORDERS}/${order.id}/capture`, {})).toEqual([
      422,
      "UNPROCESSABLE_ENTITY",
      "ORDER_NOT_APPROVED",
    ]);
    expect(await press(order.id, "approve")).toBe(`http://shop.test/done?x=1&token=${order.id}&PayerID=QYR5Z8XDVJNXQ`);
    expect(await whole(order.id)).toMatchObject({ status: "APPROVED", payer: { address: { country_code: "IL" } } });

    const collected = await world.capture(order.id);
    expect(collected.status).toBe(201);
    expect(collected.order).toMatchObject({
      status: "COMPLETED",
      purchase_units: [
        {
          payments: {
            captures: [
              {
                status: "COMPLETED",
                amount: { currency_code: "ILS", value: "120.50" },
                final_capture: true,
                custom_id: "pay-1",
                seller_receivable_breakdown: {
                  gross_amount: { value: "120.50" },
                  paypal_fee: { value: "4.10" },
                  net_amount: { value: "116.40" },
                },
              },
            ],
          },
        },
      ],
    });
    expect(await whole(order.id)).toMatchObject({
      intent: "CAPTURE",
      status: "COMPLETED",
      purchase_units: [{ custom_id: "pay-1", payments: { captures: [{ status: "COMPLETED" }] } }],
    });
    expect(await world.refused(`${ORDERS}/${order.id}/capture`, {})).toContain("ORDER_ALREADY_CAPTURED");
    expect(await (await fetch(page)).text()).toContain("התשלום כבר בוצע");
  });

  test("without a way to pay is CREATED, has a link to approve, and is whole when asked for", async () => {
    const { payment_source, ...bare } = orderBody();
    const body = { ...bare, application_context: payment_source.paypal.experience_context };
    const { status, json } = await world.ask(ORDERS, body, { prefer: "return=representation" });
    expect(status).toBe(201);
    expect(json).toMatchObject({ status: "CREATED", purchase_units: [{ custom_id: "pay-1", description: "ייעוץ" }] });
    expect(json).toHaveProperty("links.1.rel", "approve");
  });

  test("shows nothing of the merchant's words as HTML", async () => {
    const { order } = await world.create(orderBody({ description: "<b>שלום</b>" }, { brand_name: '<i a="b">' }));
    const shown = await (await fetch(`${world.paypal.url}/checkoutnow?token=${order.id}`)).text();
    expect(shown).not.toMatch(/<b>|<i /);
    expect(shown).toContain("&#60;b&#62;שלום");
  });

  test("is the merchant's who made it, and nobody's after three hours in which nobody approved", async () => {
    const path = `${ORDERS}/${(await world.create()).order.id}`;
    const missing = [404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"];
    expect(await world.refused(path, undefined, { authorization: `Bearer ${world.tokens.other}` })).toEqual(missing);
    const approved = (await world.create()).order.id;
    await world.passTime(2 * HOUR_MS);
    world.paypal.payer.approve(approved);
    await world.passTime(HOUR_MS);
    expect(await world.refused(path)).toEqual(missing);
    expect((await world.capture(approved)).status).toBe(201);
  });

  test("that is declined is collected when the payer has approved it with another card", async () => {
    const { order } = await world.create();
    world.paypal.payer.approve(order.id);
    world.paypal.faults.set({ paypal: { kind: "declined", times: 1 } });
    const { status, json } = await world.ask(`${ORDERS}/${order.id}/capture`, {});
    expect([status, json]).toMatchObject([422, { details: [{ issue: "INSTRUMENT_DECLINED" }] }]);
    expect(json).toHaveProperty("links.1.rel", "redirect");
    expect(await world.refused(`${ORDERS}/${order.id}/capture`, {})).toContain("ORDER_NOT_APPROVED");
    world.paypal.payer.approve(order.id);
    expect((await world.capture(order.id)).status).toBe(201);
  });
});

describe("the same request again", () => {
  test("is the same order, for six hours; another body under its id is refused", async () => {
    const first = await world.create(orderBody(), "once");
    const again = await world.create(orderBody(), "once");
    expect([again.status, again.order.id]).toEqual([200, first.order.id]);
    const other = orderBody({ custom_id: "pay-2" });
    expect(await world.refused(ORDERS, other, { "paypal-request-id": "once" })).toEqual([
      422,
      "UNPROCESSABLE_ENTITY",
      "PAYPAL_REQUEST_ID_PREVIOUSLY_USED",
    ]);
    await world.passTime(6 * HOUR_MS);
    expect((await world.create(orderBody(), "once")).order.id).not.toBe(first.order.id);
  });

  test("is the same charge, also when its first answer was lost", async () => {
    const { order } = await world.create();
    world.paypal.payer.approve(order.id);
    world.paypal.faults.set({ paypal: { kind: "cut", times: 1, about: "/capture" } });
    const id = { "paypal-request-id": "collect" };
    await expect(world.capture(order.id, id)).rejects.toThrow("fetch failed");
    const second = await world.capture(order.id, id);
    const third = await world.capture(order.id, id);
    expect([second.status, third.status]).toEqual([200, 200]);
    expect(third.order).toEqual(second.order);
    expect(await world.refused(`${ORDERS}/${order.id}/capture`, {})).toContain("ORDER_ALREADY_CAPTURED");
  });
});

async function whole(id: string): Promise<unknown> {
  return (await world.ask(`${ORDERS}/${id}`)).json;
}

/** Presses a button on the payer's page; where the browser is sent. */
async function press(token: string, action: string): Promise<string | null> {
  const body = new URLSearchParams({ token, action });
  const answer = await fetch(`${world.paypal.url}/checkoutnow`, { method: "POST", body, redirect: "manual" });
  expect(answer.status).toBe(302);
  return answer.headers.get("location");
}
