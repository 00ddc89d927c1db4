import { expect, it } from "vitest";
import { freeWords } from "./use-window.ts";

const NOW = Date.UTC(2026, 10, 30, 12);
const after = (hours: number, minutes = 0) => NOW + hours * 3_600_000 + minutes * 60_000;

it.each([
  ["where it never ends", true, null, { open: true, left: null }],
  ["with a day before it", true, after(24), { open: true, left: { unit: "hours", count: 24 } }],
  ["three hours and a bit", true, after(3, 59), { open: true, left: { unit: "hours", count: 3 } }],
  ["its last hour", true, after(1) - 1, { open: true, left: { unit: "minutes", count: 60 } }],
  ["its last minute", true, NOW + 1, { open: true, left: { unit: "minutes", count: 1 } }],
  ["ended while the page was open", true, NOW, { open: false, left: null }],
  ["was over before", false, null, { open: false, left: null }],
])("%s", (_name, windowOpen, until, expected) => {
  expect(freeWords(windowOpen, until, NOW)).toEqual(expected);
});
