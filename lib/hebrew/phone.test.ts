import { describe, expect, it } from "vitest";
import { formatPhone, toE164 } from "./phone.ts";

describe("toE164", () => {
  it.each([
    ["052-765-4321", "+972527654321"],
    ["0541234567", "+972541234567"],
    ["+972 50 123 4567", "+972501234567"],
    ["04-8123456", "+97248123456"],
    ["(03) 722 0000", "+97237220000"],
    ["+44 20 7946 0958", "+442079460958"],
    ["1-700-500-500", "+9721700500500"],
  ])("understands %s", (typed, e164) => expect(toE164(typed)).toBe(e164));

  it.each(["", "anonymous", "*2700", "12", "+", "not a number", "05212345678901234567"])("refuses %s", (typed) =>
    expect(toE164(typed)).toBeNull(),
  );
});

it("shows Israeli numbers as people here write them, others internationally", () => {
  expect(formatPhone("+972527654321")).toBe("052-765-4321");
  expect(formatPhone("+442079460958")).toBe("+44 20 7946 0958");
});
