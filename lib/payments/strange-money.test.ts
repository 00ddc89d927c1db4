/** What providers tell of that was not asked for, has not come, or is at an account that was there before. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { moveOrder } from "../ordering/move-order.ts";
import { payOn, takesPayments } from "../testing/cashier.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
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

describe("money that nobody asked for in this way", () => {
  it("another sum, another currency and a second charge are told to the staff, once each", async () => {
    const sale = await till.ordered("tranzila");
    const { ctx } = sale.business;
    const wrong = [charged("7", { amountAgorot: 5000 }), charged("8", { amountAgorot: null })];
    expect(await settlePayment(ctx, sale.paymentId, wrong)).toBe("open");
    expect(await settlePayment(ctx, sale.paymentId, [...wrong, charged("9")])).toBe("paid");
    for (const _ of [1, 2])
      expect(await settlePayment(ctx, sale.paymentId, [charged("10"), charged("9")])).toBe("paid");
    expect((await sale.tasks()).toSorted()).toEqual([
      "לבדוק תשלום: שולם במטבע אחר על הזמנה 1001",
      "לבדוק תשלום: שולם סכום אחר (50 ₪) על הזמנה 1001",
      "לבדוק תשלום: שולם פעמיים על הזמנה 1001",
    ]);
    expect(await sale.told()).toHaveLength(1);
  });
});

describe("money that was on its way", () => {
  const pending = charged("C1", { status: "pending" });
  const failed = charged("C1", { status: "failed" });

  it("and did not come, can be paid anew", async () => {
    const sale = await till.ordered("paypal");
    const { ctx } = sale.business;
    expect(await settlePayment(ctx, sale.paymentId, [pending])).toBe("pending");
    await expect(startPayment(sale.token)).rejects.toMatchObject({ code: "rule" });
    expect(await settlePayment(ctx, sale.paymentId, [failed])).toBe("open");
    await till.paysAt(sale);
    await till.runJobs("whenever");
    expect((await sale.order()).payment).toBe("paid");
    expect(await sale.tasks()).toEqual([]);
  });

  it("and did not come, cannot be paid any more when the order was cancelled meanwhile", async () => {
    const sale = await till.ordered("paypal");
    const { ctx } = sale.business;
    await settlePayment(ctx, sale.paymentId, [pending]);
    await moveOrder(sale.business.as("staff"), { orderId: (await sale.order()).id, status: "cancelled" });
    expect(await sale.tasks()).toEqual([]);
    expect(await settlePayment(ctx, sale.paymentId, [failed])).toBe("cancelled");
    await expect(startPayment(sale.token)).rejects.toMatchObject({ code: "rule" });
    expect(await settlePayment(ctx, sale.paymentId, [charged("C2")])).toBe("paid");
    expect(await sale.tasks()).toEqual([TO_REFUND]);
  });

  it("and failed beside another charge that did not, is one payment", async () => {
    const sale = await till.ordered("paypal");
    const { ctx } = sale.business;
    await settlePayment(ctx, sale.paymentId, [pending]);
    expect(await settlePayment(ctx, sale.paymentId, [failed, charged("C2")])).toBe("paid");
    expect(await sale.tasks()).toEqual([]);
  });

  it("is asked about until it has come", async () => {
    const sale = await till.ordered("paypal");
    await startPayment(sale.token);
    await settlePayment(sale.business.ctx, sale.paymentId, [pending]);
    for (let looks = 0; looks < 12; looks += 1) expect(await till.runJobs("whenever", sale)).toBe(1);
  });
});

describe("accounts that a business has had", () => {
  it("one that refuses to tell keeps no other from being asked, and is told to the staff", async () => {
    const sale = await till.ordered("tranzila");
    await till.paysAt(sale, "refused");
    await till.movesTo(sale.business, "tranzila");
    await database.owner`
      update gateway set keys = set_byte(keys, 40, (get_byte(keys, 40) + 1) % 256)
      where business_id = ${sale.business.id} and replaced_at is not null`;
    await till.paysAt(sale);
    await till.runJobs("whenever");
    expect((await sale.order()).payment).toBe("paid");
    expect(await sale.tasks()).toEqual(["לבדוק אצל הסולק אם שולם: הזמנה 1001"]);
  });

  it("keys that cannot be read any more can be put in anew", async () => {
    const sale = await till.ordered("paypal");
    await database.owner`
      update gateway set keys = set_byte(keys, 40, (get_byte(keys, 40) + 1) % 256) where business_id = ${sale.business.id}`;
    await expect(startPayment(sale.token)).rejects.toMatchObject({ code: "rule" });
    await takesPayments(sale.business, "paypal");
    await till.paysAt(sale);
    await till.runJobs("whenever");
    expect((await sale.order()).payment).toBe("paid");
  });

  it("a page that was opened before many others is asked about all the same", async () => {
    const sale = await till.ordered("tranzila");
    const { url } = await startPayment(sale.token);
    await till.movesTo(sale.business, "tranzila");
    for (let more = 0; more < 12; more += 1) await startPayment(sale.token);
    till.cashier.tranzila.faults.set({ tranzila: { kind: "500", times: 1, about: "handshake" } });
    await payOn(till.cashier, url);
    await till.runJobs("whenever");
    expect((await sale.order()).payment).toBe("paid");
    till.cashier.tranzila.faults.set({ tranzila: null });
  });

  it("PayPal is not collected from when Tranzila has charged already; the order says who was paid", async () => {
    const sale = await till.ordered("paypal");
    const { url } = await startPayment(sale.token);
    await takesPayments(sale.business, "tranzila");
    await saveGateway(sale.business.as("owner"), { provider: "paypal", enabled: false });
    await till.paysAt(sale);
    await payOn(till.cashier, url);
    await till.runJobs("whenever");
    expect((await sale.view()).payment).toMatchObject({ status: "paid", provider: "tranzila" });
    expect(await sale.tasks()).toEqual([]);
  });
});
