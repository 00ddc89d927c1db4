import { expect, it } from "vitest";
import { splitText } from "./split-text.ts";

it("a text of emoji without a blank is cut between them, and nothing of it is lost", () => {
  const text = `א${"😀".repeat(1000)}`;
  const parts = splitText(text);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.filter((part) => !part.isWellFormed() || part.length > 1500)).toEqual([]);
  expect(parts.join("")).toBe(text);
});
