import { expect, it } from "vitest";
import { spokenDigits } from "./spoken-digits.ts";

it.each([
  ["אפס חמש שלוש אחת שתיים שלוש ארבע חמש שש שבע", "0531234567"],
  ["053-123-4567", "0531234567"],
  ["המספר הוא אפס חמש ארבע, 55 וארבע 123", "054554123"],
  ["לא רוצה", ""],
])("%j gives %j", (said, digits) => expect(spokenDigits(said)).toBe(digits));
