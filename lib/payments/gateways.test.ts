import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type Cashier, paypalKeys, startCashier, takesPayments } from "../testing/cashier.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { createPayment } from "./create-payment.ts";
import { listGateways } from "./list-gateways.ts";
import { payPageOf } from "./pay-page.ts";
import { saveGateway } from "./save-gateway.ts";
import { startPayment } from "./start-payment.ts";

let database: TestDatabase;
let cashier: Cashier;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  cashier = await startCashier("http://localhost:3999");
  Object.assign(process.env, cashier.settings);
});
afterAll(async () => {
  await cashier.close();
  await database.drop();
});
beforeEach(async () => {
  business = await testBusiness();
});

const SUM = { amount: 250.5, description: "דמי תיווך" };

describe("a business's gateways", () => {
  it("are kept once the provider has said that the keys are good, sealed, and never shown again", async () => {
    await takesPayments(business, "tranzila");
    await takesPayments(business, "paypal");
    const view = await listGateways(business.as("viewer"));
    expect(view.gateways).toEqual([
      { provider: "tranzila", enabled: true, keysHint: "bakery" },
      { provider: "paypal", enabled: true, keysHint: "…kery" },
    ]);
    const kept = await database.owner`select keys from gateway where business_id = ${business.id}`;
    const audit = await database.owner`select * from audit_entry where business_id = ${business.id}`;
    const everywhere = JSON.stringify([view, audit]) + kept.map(({ keys }) => Buffer.from(keys).toString()).join();
    expect(everywhere).not.toMatch(/secret-of-the|app-key-of-the/);
  });

  it("are not kept with keys that the provider does not know, or without our field at the terminal", async () => {
    const owner = business.as("owner");
    const paypal = { clientId: "nobody", clientSecret: "nothing", webhookId: "w" };
    for (const keys of [paypal, { ...paypalKeys, webhookId: "another" }])
      await expect(saveGateway(owner, { provider: "paypal", enabled: true, keys })).rejects.toMatchObject({
        messageHe: expect.stringContaining("PayPal לא מכיר"),
      });
    const tranzila = { terminal: "bakery", appKey: "app-key-of-the-bakery", secret: "wrong" };
    await expect(saveGateway(owner, { provider: "tranzila", enabled: true, keys: tranzila })).rejects.toMatchObject({
      messageHe: expect.stringContaining("moked_payment"),
    });
    const bare = { terminal: "bare", appKey: "key-of-bare", secret: "secret-of-bare" };
    await expect(saveGateway(owner, { provider: "tranzila", enabled: true, keys: bare })).rejects.toMatchObject({
      code: "invalid",
    });
    cashier.tranzila.faults.set({ tranzila: { kind: "500", times: 1 } });
    await expect(saveGateway(owner, { provider: "tranzila", enabled: true, keys: tranzila })).rejects.toMatchObject({
      code: "rule",
    });
    expect(await database.owner`select 1 from gateway where business_id = ${business.id}`).toHaveLength(0);
  });

  it("are the owner's to change", async () => {
    for (const role of ["staff", "viewer"] as const)
      await expect(saveGateway(business.as(role), { provider: "paypal", enabled: false })).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});

describe("a payment that the staff ask for", () => {
  it("has a page of its own, and the provider that can take it", async () => {
    await takesPayments(business, "paypal");
    const made = await createPayment(business.as("staff"), SUM);
    expect(made).toMatchObject({ provider: "paypal", mode: "simulation" });
    const token = made.url.slice(-32);
    expect(await payPageOf(token)).toMatchObject({ amountAgorot: 25_050, description: "דמי תיווך", payable: "yes" });
    await saveGateway(business.as("owner"), { provider: "paypal", enabled: false });
    expect(await payPageOf(token)).toMatchObject({ payable: "not_now" });
    await expect(startPayment(token)).rejects.toMatchObject({ code: "rule" });
  });

  it("is refused for what is switched off, or has no keys", async () => {
    const [owner, staff] = [business.as("owner"), business.as("staff")];
    await expect(createPayment(staff, SUM)).rejects.toMatchObject({ code: "not_configured" });
    await saveGateway(owner, { provider: "paypal", enabled: false });
    await expect(createPayment(staff, { ...SUM, provider: "paypal" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(createPayment(staff, { ...SUM, provider: "tranzila" })).rejects.toMatchObject({
      code: "not_configured",
    });
    await expect(createPayment(staff, SUM)).rejects.toMatchObject({ code: "not_configured" });
    await saveGateway(owner, { provider: "tranzila", enabled: false });
    await expect(createPayment(staff, SUM)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is refused to who only looks, and for what is no sum or has no name", async () => {
    await takesPayments(business, "paypal");
    await expect(createPayment(business.as("viewer"), SUM)).rejects.toMatchObject({ code: "forbidden" });
    const staff = business.as("staff");
    for (const amount of [0, -5, 1.005, 20_000_001, Number.NaN])
      await expect(createPayment(staff, { ...SUM, amount })).rejects.toBeInstanceOf(z.ZodError);
    for (const description of ["", " ", "א".repeat(121)])
      await expect(createPayment(staff, { ...SUM, description })).rejects.toBeInstanceOf(z.ZodError);
    expect(await createPayment(staff, SUM)).toMatchObject({ provider: "paypal" });
  });

  it("of a name that nobody has there is no page", async () => {
    for (const token of ["", "x", "a".repeat(32), "' or 1=1 --", "\0".repeat(32), "../../etc/passwd"]) {
      await expect(payPageOf(token)).rejects.toMatchObject({ code: "not_found" });
      await expect(startPayment(token)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  // The hour may turn over in between.
  it("is opened at the provider so often an hour and no more", { retry: 1 }, async () => {
    await takesPayments(business, "tranzila");
    const token = (await createPayment(business.as("staff"), SUM)).url.slice(-32);
    for (let opened = 0; opened < 30; opened += 1) await startPayment(token);
    await expect(startPayment(token)).rejects.toMatchObject({ code: "rate_limited" });
  });
});
