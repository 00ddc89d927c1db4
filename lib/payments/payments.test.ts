/** Being paid by a link, over the simulated PayPal and Tranzila, which tell of it often, late, or not at all. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { forBusiness } from "../db/tenant.ts";
import { askForPayment } from "../ordering/ask-for-payment.ts";
import { createOrder } from "../ordering/create-order.ts";
import { orderingForAgent } from "../ordering/for-agent.ts";
import { listOrders } from "../ordering/list-orders.ts";
import { moveOrder } from "../ordering/move-order.ts";
import { Customer, shopWith } from "../ordering/testing/shop.ts";
import { goBack, payOn, takesPayments, tokenIn } from "../testing/cashier.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { createPayment } from "./create-payment.ts";
import { payPageOf } from "./pay-page.ts";
import { saveGateway } from "./save-gateway.ts";
import { settlePayment } from "./settle-payment.ts";
import { startPayment } from "./start-payment.ts";
import { charged } from "./testing/charged.ts";
import { Till } from "./testing/till.ts";

let database: TestDatabase;
let till: Till;
beforeAll(async () => {
  database = await testDatabase();
  till = await Till.open(database);
});
afterAll(async () => {
  await till.close();
  await database.drop();
});
beforeEach(() => till.keepsQuiet(true));

const TO_REFUND = "להחזיר את התשלום על הזמנה 1001: היא שולמה ובוטלה";

describe.each(["paypal", "tranzila"] as const)("an order paid over %s", (provider) => {
  it("is paid once, and the customer told once, however often it is told", async () => {
    const sale = await till.ordered(provider);
    const { token, paymentId } = sale;
    const asked = { amountAgorot: 5600, description: "הזמנה 1001", status: "open", payable: "yes", language: "he" };
    expect(await payPageOf(token)).toMatchObject(asked);
    await till.paysAt(sale);
    if (provider === "paypal") await till.door("paypal", "webhooks", { copies: 5 });
    else await till.door("tranzila", "notifies", { copies: 5, hold: false });
    await till.answers(paymentId, 5);
    expect(await till.runJobs("due", sale)).toBe(1);
    if (provider === "paypal") await till.answers(paymentId, 10);
    await till.runJobs();
    expect(new Set(await till.answers(paymentId, 5))).toEqual(new Set([200]));
    expect(await sale.order()).toMatchObject({ status: "new", payment: "paid" });
    expect(await sale.told()).toEqual(["התשלום על הזמנה מספר *1001* התקבל: 56 ₪. תודה רבה."]);
    expect(await payPageOf(token)).toMatchObject({ status: "paid" });
    await expect(startPayment(token)).rejects.toMatchObject({ messageHe: "התשלום כבר התקבל" });
    expect(await sale.tasks()).toEqual([]);
  });

  it("is paid also when nothing but the payer's return tells of it; they are told in their language", async () => {
    const sale = await till.ordered(provider, "en");
    expect(await goBack(await till.paysAt(sale))).toBe(`${till.url}/pay/${sale.token}?back=well`);
    expect((await sale.order()).payment).toBe("open");
    await till.runJobs();
    expect((await sale.order()).payment).toBe("paid");
    expect(await sale.told()).toEqual(["Your payment for order number *1001* has arrived: 56 ₪. Thank you."]);
    expect((await payPageOf(sale.token)).language).toBe("en");
  });

  it("is paid also when nobody tells: the provider is asked of our own accord", async () => {
    const sale = await till.ordered(provider);
    await startPayment(sale.token);
    await till.runJobs("whenever");
    expect((await sale.order()).payment).toBe("open");
    await till.paysAt(sale);
    await till.runJobs("whenever");
    expect((await sale.order()).payment).toBe("paid");
    // It may still be paid twice, or given back: some looks more, and then none.
    let looks = 0;
    while ((await till.runJobs("whenever", sale)) > 0) looks += 1;
    expect([5, 6]).toContain(looks);
    expect(await sale.told()).toHaveLength(1);
  });

  it("is a task to give back, when it is cancelled after all", async () => {
    const sale = await till.ordered(provider);
    await till.paysAt(sale);
    await till.runJobs("whenever");
    await moveOrder(sale.business.as("staff"), { orderId: (await sale.order()).id, status: "cancelled" });
    expect(await sale.order()).toMatchObject({ status: "cancelled", payment: "paid" });
    expect(await sale.tasks()).toEqual([TO_REFUND]);
  });

  it("cannot be paid once it is cancelled; what the payer's page takes all the same is not lost", async () => {
    const sale = await till.ordered(provider);
    const { url } = await startPayment(sale.token);
    await moveOrder(sale.business.as("staff"), { orderId: (await sale.order()).id, status: "cancelled" });
    expect(await payPageOf(sale.token)).toMatchObject({ status: "cancelled" });
    await expect(startPayment(sale.token)).rejects.toMatchObject({ messageHe: "בקשת התשלום בוטלה" });
    await payOn(till.cashier, url);
    await till.runJobs("whenever");
    // PayPal takes nothing before we do; Tranzila has taken it by then.
    const payment = provider === "paypal" ? "cancelled" : "paid";
    const told = "התקבל תשלום של 56 ₪ על הזמנה מספר *1001*, אחרי שבוטלה. נבדוק ונחזור אליכם בעניין ההחזר.";
    expect(await sale.told()).toEqual(provider === "paypal" ? [] : [told]);
    expect(await sale.order()).toMatchObject({ status: "cancelled", payment });
    expect(await sale.tasks()).toEqual(provider === "paypal" ? [] : [TO_REFUND]);
  });

  it("is not paid twice by who comes back from a page that they have paid on", async () => {
    const sale = await till.ordered(provider);
    await till.paysAt(sale);
    await expect(startPayment(sale.token)).rejects.toMatchObject({ messageHe: "התשלום כבר התקבל" });
    expect((await sale.order()).payment).toBe("paid");
    expect(await sale.tasks()).toEqual([]);
  });

  it("is paid also when the business has another account there by then", async () => {
    const sale = await till.ordered(provider);
    const { url } = await startPayment(sale.token);
    await till.movesTo(sale.business, provider);
    await payOn(till.cashier, url);
    if (provider === "paypal") {
      await till.keepsQuiet(false);
      expect(await till.answers(sale.paymentId, 1)).toEqual([200]);
    }
    await till.runJobs("whenever");
    expect((await sale.order()).payment).toBe("paid");
  });

  it("is paid at the other provider when this one is switched off", async () => {
    const sale = await till.ordered(provider);
    await till.paysAt(sale, "refused");
    const other = provider === "paypal" ? "tranzila" : "paypal";
    await takesPayments(sale.business, other);
    await saveGateway(sale.business.as("owner"), { provider, enabled: false });
    expect(await payPageOf(sale.token)).toMatchObject({ provider: other, payable: "yes" });
    if (provider === "paypal") return expect((await sale.order()).payment).toBe("open");
    await till.paysAt(sale);
    await till.runJobs("whenever");
    expect((await sale.order()).payment).toBe("paid");
  });

  it("waits while the provider does not answer, and nothing is charged twice", async () => {
    const sale = await till.ordered(provider);
    const { faults } = till.cashier[provider];
    faults.set({ [provider]: { kind: "500", times: 1 } });
    await expect(startPayment(sale.token)).rejects.toMatchObject({ code: "rule" });
    await till.paysAt(sale);
    // What was asked is done, and the answer lost: the same job again finds it.
    faults.set({ [provider]: { kind: "cut", times: 2 } });
    const asked = { businessId: sale.business.id, paymentId: sale.paymentId };
    for (const _ of [1, 2]) await expect(till.confirms(asked)).rejects.toMatchObject({ retryable: true });
    await till.confirms(asked);
    await Promise.all([till.confirms(asked), till.confirms(asked)]);
    expect((await sale.order()).payment).toBe("paid");
    expect(await sale.told()).toHaveLength(1);
    expect(await sale.tasks()).toEqual([]);
  });
});

it("an order from before payments were on gets its link when the staff send it: one, and once", async () => {
  const { business } = await shopWith({ name: "לחם", price: 28 });
  const customer = new Customer(database, business);
  for (const said of ["1 x 1", "לבצע הזמנה"]) await customer.writes(said);
  expect(await customer.writes("כן")).not.toContain("/pay/");
  const [order] = (await listOrders(business.as("staff"), {})).items;
  const ask = () => askForPayment(business.as("staff"), order?.id ?? "");
  await expect(ask()).rejects.toMatchObject({ code: "not_configured" });
  await takesPayments(business, "tranzila");
  await expect(askForPayment(business.as("viewer"), order?.id ?? "")).rejects.toMatchObject({ code: "forbidden" });
  const { payment } = await ask();
  expect((await ask()).payment).toEqual(payment);
  const told = await database.owner`
    select m.body, p.id from message m, payment p
    where m.business_id = ${business.id} and p.business_id = ${business.id} and m.body like '%/pay/%'`;
  expect(told.map(({ body }) => tokenIn(body))).toEqual([payment?.url.slice(-32)]);
  expect(await payPageOf(tokenIn(String(told[0]?.body)))).toMatchObject({ amountAgorot: 2800, status: "open" });
  await settlePayment(business.ctx, String(told[0]?.id), [charged("1", { amountAgorot: 2800 })]);
  await expect(ask()).rejects.toMatchObject({ messageHe: "ההזמנה הזאת כבר שולמה, או שהתשלום עליה בדרך" });
  const written = await createOrder(business.as("staff"), {
    ...{ customerId: order?.customerId ?? "", items: [{ productId: order?.items[0]?.productId ?? "", quantity: 1 }] },
  });
  expect((await askForPayment(business.as("staff"), written.id)).payment).toMatchObject({ status: "open" });
  await moveOrder(business.as("staff"), { orderId: written.id, status: "cancelled" });
  await expect(askForPayment(business.as("staff"), written.id)).rejects.toMatchObject({ code: "rule" });
});

it("what is to be paid and was paid is told to who asks, and to the agent", async () => {
  const sale = await till.ordered("tranzila");
  for (const said of ["סטטוס", "איך משלמים?", "קישור לתשלום"])
    expect(await sale.customer.writes(said)).toContain(
      `הזמנה מספר *1001*: התקבלה\nלתשלום מאובטח:\n${till.url}/pay/${sale.token}`,
    );
  const conversation = { id: await sale.customer.conversationId(), customerId: (await sale.view()).customerId };
  const known = () =>
    forBusiness(
      sale.business.ctx,
      async (tx) => (await orderingForAgent(tx, sale.business.ctx, conversation, [])).orders,
    );
  expect(await known()).toEqual([`הזמנה מספר 1001: התקבלה, לתשלום מאובטח: ${till.url}/pay/${sale.token}`]);
  await till.paysAt(sale);
  await till.runJobs("whenever");
  expect(await known()).toEqual(["הזמנה מספר 1001: התקבלה, שולמה"]);
  expect(await sale.customer.writes("תשלום")).toBe("הזמנה מספר *1001*: התקבלה, שולמה");
});

it("a card that Tranzila refuses pays nothing; another one does", async () => {
  const sale = await till.ordered("tranzila");
  expect(await goBack(await till.paysAt(sale, "refused"))).toBe(`${till.url}/pay/${sale.token}?back=wrong`);
  await till.runJobs("whenever");
  expect((await sale.order()).payment).toBe("open");
  await till.paysAt(sale);
  await till.runJobs("whenever");
  expect((await sale.order()).payment).toBe("paid");
});

it("a sum that is only held, since the payer has edited Tranzila's address, is not paid", async () => {
  const sale = await till.ordered("tranzila");
  const page = new URL((await startPayment(sale.token)).url);
  page.searchParams.set("tranmode", "V");
  await payOn(till.cashier, page.href);
  await till.runJobs("whenever");
  expect((await sale.order()).payment).toBe("open");
});

it("what is paid in instalments, since the payer has edited Tranzila's address, is told to the staff", async () => {
  const sale = await till.ordered("tranzila");
  const page = new URL((await startPayment(sale.token)).url);
  page.searchParams.set("cred_type", "8");
  await payOn(till.cashier, page.href);
  await till.runJobs("whenever");
  expect((await sale.order()).payment).toBe("open");
  expect(await sale.tasks()).toEqual(["לבדוק תשלום: שולם בתשלומים על הזמנה 1001"]);
});

it("what PayPal declines is asked for once, and paid when the payer has chosen another card", async () => {
  const sale = await till.ordered("paypal");
  await till.keepsQuiet(false);
  till.cashier.paypal.faults.set({ paypal: { kind: "declined", times: 1 } });
  await till.paysAt(sale);
  await till.answers(sale.paymentId, 1);
  await till.runJobs();
  await till.answers(sale.paymentId, 2);
  expect(await till.runJobs("due", sale)).toBe(1);
  expect(await till.runJobs("due", sale)).toBe(0);
  expect((await sale.order()).payment).toBe("open");
  await till.paysAt(sale);
  await till.runJobs("whenever");
  expect((await sale.order()).payment).toBe("paid");
});

it("of two pages that the payer has approved at PayPal, one is collected from", async () => {
  const sale = await till.ordered("paypal");
  const { url: first } = await startPayment(sale.token);
  await database.owner`update payment_page set good_until = now() where payment_id = ${sale.paymentId}`;
  const { url: second } = await startPayment(sale.token);
  expect(second).not.toBe(first);
  for (const url of [first, second]) await payOn(till.cashier, url);
  const asked = { businessId: sale.business.id, paymentId: sale.paymentId };
  await Promise.all([till.confirms(asked), till.confirms(asked), till.confirms(asked)]);
  await till.confirms(asked);
  expect((await sale.order()).payment).toBe("paid");
  const { items } = z
    .object({ items: z.array(z.object({ status: z.string() })) })
    .parse(await (await fetch(`${till.cashier.paypal.url}/_sim/paypal/orders`)).json());
  expect(items.slice(-2).filter(({ status }) => status === "COMPLETED")).toHaveLength(1);
  expect(await sale.tasks()).toEqual([]);
});

it("a payer who opens PayPal's page again has the same order there; Tranzila's page is another each time", async () => {
  const [paypal, tranzila] = [await till.ordered("paypal"), await till.ordered("tranzila")];
  const { url } = await startPayment(paypal.token);
  expect((await startPayment(paypal.token)).url).toBe(url);
  expect((await startPayment(tranzila.token)).url).not.toBe((await startPayment(tranzila.token)).url);
});

it("a charge is another one than the charge of the same number at another account", async () => {
  const sale = await till.ordered("tranzila");
  const { ctx } = sale.business;
  const elsewhere = charged("17", { gatewayId: crypto.randomUUID() });
  expect(await settlePayment(ctx, sale.paymentId, [charged("17")])).toBe("paid");
  const { url } = await createPayment(sale.business.as("staff"), { amount: 56, description: "עוד אחת" });
  const [next] = await database.owner`select id from payment where token = ${url.slice(-32)}`;
  expect(await settlePayment(ctx, next?.id, [charged("17")])).toBe("paid");
  expect(await sale.tasks()).toEqual(["התקבל תשלום של 56 ₪: עוד אחת"]);
  await settlePayment(ctx, sale.paymentId, [charged("17"), elsewhere]);
  expect(await sale.tasks()).toContain("לבדוק תשלום: שולם פעמיים על הזמנה 1001");
});

it("what PayPal has given back is no longer paid", async () => {
  const sale = await till.ordered("paypal");
  await till.paysAt(sale);
  await till.runJobs("whenever");
  const [row] = await database.owner`select charge_id from payment where id = ${sale.paymentId}`;
  await till.door("paypal", "refund", { capture_id: row?.charge_id });
  await till.keepsQuiet(false);
  await till.answers(sale.paymentId, 3);
  await till.runJobs();
  expect((await sale.order()).payment).toBe("refunded");
});
