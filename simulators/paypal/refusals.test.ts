import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { orderBody, startPayPalWorld } from "./testing/world.ts";

const ORDERS = "/v2/checkout/orders";
const HOUR_MS = 3_600_000;
let world: Awaited<ReturnType<typeof startPayPalWorld>>;

beforeAll(async () => {
  world = await startPayPalWorld();
});
afterAll(() => world.close());

describe("is refused", () => {
  const at = (field: string) => `/purchase_units/0/${field}`;
  const sum = (field: string) => `/purchase_units/@reference_id=='default'/amount/${field}`;
  const context = (field: string) => `/payment_source/paypal/experience_context/${field}`;
  const ils = (value: unknown) => orderBody({ amount: { currency_code: "ILS", value } });

  test.each([
    ["no sum", orderBody({ amount: undefined }), `MISSING_REQUIRED_PARAMETER ${at("amount")}`],
    ["no purchase unit", { ...orderBody(), purchase_units: [] }, "INVALID_ARRAY_MIN_ITEMS /purchase_units"],
    ["a sum that is a number", ils(5), `INVALID_PARAMETER_SYNTAX ${at("amount/value")}`],
    ["a sum that is none", ils("5,00"), `INVALID_PARAMETER_SYNTAX ${at("amount/value")}`],
    ["a long custom_id", orderBody({ custom_id: "א".repeat(128) }), `INVALID_STRING_LENGTH ${at("custom_id")}`],
    ["a long description", orderBody({ description: "א".repeat(128) }), `INVALID_STRING_LENGTH ${at("description")}`],
    ["a long name", orderBody({}, { brand_name: "א".repeat(128) }), `INVALID_STRING_LENGTH ${context("brand_name")}`],
    ["a path as address", orderBody({}, { return_url: "/done" }), `INVALID_PARAMETER_SYNTAX ${context("return_url")}`],
    ["a locale of another form", orderBody({}, { locale: "he_IL" }), `INVALID_PARAMETER_SYNTAX ${context("locale")}`],
    ["an unknown action", orderBody({}, { user_action: "PAY" }), `INVALID_PARAMETER_VALUE ${context("user_action")}`],
    ["another intent", { ...orderBody(), intent: "AUTHORIZE" }, "INVALID_PARAMETER_VALUE /intent"],
    ["what is not simulated", orderBody({ items: [] }), `NOT_SUPPORTED ${at("items")}`],
    ["no JSON", "{", "MALFORMED_REQUEST_JSON /"],
  ])("%s, for its form", async (_, body, issue) => {
    const answer = await world.refused(ORDERS, body, { "paypal-request-id": "form" });
    expect(answer).toEqual([400, "INVALID_REQUEST", issue]);
  });

  test.each([
    ["three decimals", "ILS", "1.005", `DECIMAL_PRECISION ${sum("value")}`],
    ["decimals in yen", "JPY", "10.50", `DECIMALS_NOT_SUPPORTED ${sum("value")}`],
    ["nothing", "ILS", "0.00", `CANNOT_BE_ZERO_OR_NEGATIVE ${sum("value")}`],
    ["less than nothing", "ILS", "-5", `CANNOT_BE_ZERO_OR_NEGATIVE ${sum("value")}`],
    ["too much", "ILS", "1000000000000000", `MAX_VALUE_EXCEEDED ${sum("value")}`],
    ["an unsupported currency", "RUB", "10", `INVALID_CURRENCY_CODE ${sum("currency_code")}`],
  ])("%s, for its sum", async (_, currency_code, value, issue) => {
    const body = orderBody({ amount: { currency_code, value } });
    const answer = await world.refused(ORDERS, body, { "paypal-request-id": "sum" });
    expect(answer).toEqual([422, "UNPROCESSABLE_ENTITY", issue]);
  });

  test("a way to pay without an id of the request, and an id that is too long", async () => {
    expect(await world.refused(ORDERS, orderBody())).toEqual([
      400,
      "INVALID_REQUEST",
      "PAYPAL_REQUEST_ID_REQUIRED PayPal-Request-Id",
    ]);
    const long = { "paypal-request-id": "x".repeat(109) };
    expect(await world.refused(ORDERS, orderBody(), long)).toContain("INVALID_STRING_LENGTH PayPal-Request-Id");
  });

  test("the same invoice a second time", async () => {
    const [first, second] = [
      await world.create(orderBody({ invoice_id: "2026-1" })),
      await world.create(orderBody({ invoice_id: "2026-1" })),
    ];
    for (const { order } of [first, second]) world.paypal.payer.approve(order.id);
    expect((await world.capture(first.order.id)).status).toBe(201);
    expect(await world.refused(`${ORDERS}/${second.order.id}/capture`, {})).toContain("DUPLICATE_INVOICE_ID");
  });

  test("another type of content, an unknown path, a stranger, an old token", async () => {
    const text = { "content-type": "text/plain" };
    expect(await world.refused(ORDERS, "{}", text)).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
    expect(await world.refused("/v2/nothing")).toContain("RESOURCE_NOT_FOUND");
    const old = world.tokens.shop;
    await world.passTime(9 * HOUR_MS);
    for (const token of ["x", old]) {
      const answer = await world.refused(ORDERS, {}, { authorization: `Bearer ${token}` });
      expect(answer).toEqual([401, "AUTHENTICATION_FAILURE"]);
    }
    const init = { method: "POST", body: new URLSearchParams({ grant_type: "client_credentials" }) };
    const wrong = { ...init, headers: { authorization: `Basic ${btoa("shop:wrong")}` } };
    const answer = await fetch(`${world.paypal.url}/v1/oauth2/token`, wrong);
    expect([answer.status, await answer.json()]).toMatchObject([401, { error: "invalid_client" }]);
  });

  test("whatever a fault says", async () => {
    world.paypal.faults.set({ paypal: { kind: "429", times: 1 } });
    expect(await world.refused(`${ORDERS}/X`)).toEqual([429, "RATE_LIMIT_REACHED"]);
    world.paypal.faults.set({ paypal: { kind: "500", times: 1 } });
    expect(await world.refused(`${ORDERS}/X`)).toEqual([500, "INTERNAL_SERVER_ERROR"]);
  });
});
