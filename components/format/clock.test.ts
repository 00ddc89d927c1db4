import { expect, it } from "vitest";
import { clock, seconds } from "./clock.ts";

it.each([
  [0, "00:00"],
  [-400, "00:00"],
  [59_999, "00:59"],
  [134_000, "02:14"],
  [3_725_000, "1:02:05"],
])("shows %i ms as %s", (ms, text) => expect(clock(ms)).toBe(text));

it("shows a latency in seconds", () => expect(seconds(836)).toBe("0.84"));
