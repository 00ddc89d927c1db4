import { expect, it } from "vitest";
import { completeClock } from "./complete-clock.ts";

it.each([
  ["9", "09:00"],
  ["17", "17:00"],
  ["930", "09:30"],
  ["0900", "09:00"],
  ["9:05", "09:05"],
  ["18.30", "18:30"],
  ["24", "24"],
  ["17.5", "17.5"],
  ["", ""],
  ["בוקר", "בוקר"],
])("completes %j to %j", (typed, clock) => expect(completeClock(typed)).toBe(clock));
