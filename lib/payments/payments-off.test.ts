/** PAYMENTS_ENABLED=false: nothing is charged on this machine, and everything says so. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { readiness } from "../health/readiness.ts";
import { askForPayment } from "../ordering/ask-for-payment.ts";
import { listOrders } from "../ordering/list-orders.ts";
import { Customer, shopWith } from "../ordering/testing/shop.ts";
import { type Cashier, startCashier, takesPayments } from "../testing/cashier.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { createPayment } from "./create-payment.ts";
import { listGateways } from "./list-gateways.ts";
import { payPageOf } from "./pay-page.ts";
import { saveGateway } from "./save-gateway.ts";
import { startPayment } from "./start-payment.ts";

let database: TestDatabase;
let cashier: Cashier;
beforeAll(async () => {
  database = await testDatabase();
  cashier = await startCashier("http://localhost:3999");
  Object.assign(process.env, cashier.settings, { PAYMENTS_ENABLED: "false" });
});
afterAll(async () => {
  await cashier.close();
  await database.drop();
});

it("a link leads to a page on which nothing can be paid, with keys or without", async () => {
  const { business } = await shopWith();
  const owner = business.as("owner");
  const ask = () => createPayment(owner, { amount: 10, description: "בדיקה" });
  const made = await ask();
  expect(made).toMatchObject({ mode: "simulation" });
  const token = made.url.slice(-32);
  expect(await payPageOf(token)).toMatchObject({ payable: "nothing_is_charged", status: "open" });
  await takesPayments(business, "paypal");
  expect(await ask()).toMatchObject({ provider: "paypal", mode: "simulation" });
  await expect(startPayment(token)).rejects.toMatchObject({ messageHe: expect.stringContaining("לא ייגבה כסף") });
  expect((await listGateways(owner)).paymentsEnabled).toBe(false);
  expect((await readiness()).payments).toBe("disabled");
  await saveGateway(owner, { provider: "paypal", enabled: false });
  await expect(createPayment(owner, { amount: 10, description: "בדיקה", provider: "paypal" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("an order comes without a link, also when the staff ask for one", async () => {
  const { business } = await shopWith({ name: "לחם", price: 28 });
  await takesPayments(business, "paypal");
  const customer = new Customer(database, business);
  for (const said of ["1 x 1", "לבצע הזמנה"]) await customer.writes(said);
  expect(await customer.writes("כן")).not.toContain("/pay/");
  const [order] = (await listOrders(business.as("staff"), {})).items;
  expect(order?.payment).toBeNull();
  await expect(askForPayment(business.as("staff"), order?.id ?? "")).rejects.toMatchObject({ code: "rule" });
});
