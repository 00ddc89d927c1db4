import { expect, it } from "vitest";
import { chargesOf, paypalOrder } from "./map.ts";

const PAYMENT = "01a22c97-f691-743d-a81b-4f46828136e3";

/** An order with one capture of this status, as PayPal writes it. */
function orderWith(status: string, unit: object = {}) {
  const capture = { id: "C1", status, amount: { currency_code: "ILS", value: "56.70" } };
  return paypalOrder.parse({
    ...{ id: "O1", status: "COMPLETED" },
    purchase_units: [{ custom_id: PAYMENT, payments: { captures: [capture] }, ...unit }],
  });
}

it.each([
  ["COMPLETED", "paid"],
  ["PARTIALLY_REFUNDED", "paid"],
  ["PENDING", "pending"],
  ["REFUNDED", "refunded"],
  ["DECLINED", "failed"],
  ["FAILED", "failed"],
])("a capture that is %s is %s", (status, expected) => {
  expect(chargesOf(orderWith(status), PAYMENT)).toEqual([{ id: "C1", status: expected, amountAgorot: 5670 }]);
});

it("a status that is not known moved nothing, nor did an order without a capture, or for another payment", () => {
  expect(chargesOf(orderWith("SOMETHING_NEW"), PAYMENT)).toEqual([]);
  expect(chargesOf(orderWith("COMPLETED", { payments: undefined }), PAYMENT)).toEqual([]);
  expect(chargesOf(orderWith("COMPLETED", { custom_id: "another" }), PAYMENT)).toEqual([]);
});

it("another currency is no sum in shekels", () => {
  const capture = { id: "C1", status: "COMPLETED", amount: { currency_code: "USD", value: "56.70" } };
  const order = orderWith("COMPLETED", { payments: { captures: [capture] } });
  expect(chargesOf(order, PAYMENT)).toEqual([{ id: "C1", status: "paid", amountAgorot: null }]);
});
