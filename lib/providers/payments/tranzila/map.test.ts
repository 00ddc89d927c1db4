import { expect, it } from "vitest";
import { chargesIn } from "./map.ts";

const PAYMENT = "01a22c97-f691-743d-a81b-4f46828136e3";
const OTHER = "01a22c97-f691-743d-a81b-4f46828136e4";

const charge = {
  ...{ index: 17, amount: 5670, currency: "1", processor_response_code: "000", txn_type: "DEBIT", tranmode: "A" },
  ...{ payment_plan: "1", user_defined_3: PAYMENT },
};

it.each([
  ["a charge in one sum", {}, [{ id: "17", status: "paid", amountAgorot: 5670 }]],
  ["by a debit card", { payment_plan: 3 }, [{ id: "17", status: "paid", amountAgorot: 5670 }]],
  ["without its mode", { tranmode: undefined, payment_plan: null }, [{ id: "17", status: "paid", amountAgorot: 5670 }]],
  ["in instalments", { payment_plan: "8" }, [{ id: "17", status: "unasked", amountAgorot: 5670 }]],
  ["in dollars", { currency: "2" }, [{ id: "17", status: "paid", amountAgorot: null }]],
  ["refused", { processor_response_code: "004" }, []],
  ["held", { txn_type: "VERIFY", tranmode: "V" }, []],
  ["given back", { txn_type: "CREDIT" }, []],
  ["without a type", { txn_type: undefined }, []],
  ["with half agorot", { amount: 56.7 }, []],
  ["for another payment", { user_defined_3: OTHER }, []],
  ["named in the description alone", { user_defined_3: "", pdesc: PAYMENT }, []],
])("%s", (_, changes, expected) => {
  for (const found of ["by_number", "by_field"] as const)
    expect(chargesIn([{ ...charge, ...changes }], PAYMENT, found)).toEqual(expected);
});

it("a charge with two payments' names is found by our field alone", () => {
  const both = [{ ...charge, user_defined_1: OTHER }];
  expect(chargesIn(both, PAYMENT, "by_number")).toEqual([]);
  expect(chargesIn(both, PAYMENT, "by_field")).toHaveLength(1);
});

it("what is no charge at all keeps no other from being read", () => {
  expect(chargesIn([null, "x", { index: 1 }, charge], PAYMENT, "by_field")).toHaveLength(1);
});
