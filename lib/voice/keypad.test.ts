import { expect, it } from "vitest";
import { Keypad } from "./keypad.ts";
import { FakeClock } from "./testing/fake-clock.ts";

it("keeps no more of a key that is stuck than the longest number anybody keys in", () => {
  const keypad = new Keypad(new FakeClock(), { keypadPauseMs: 1500, loneZeroPauseMs: 400 }, () => {});
  for (let press = 0; press < 20_000; press++) keypad.press("1");
  expect(keypad.takeAll()?.digits).toBe("1".repeat(32));
});
