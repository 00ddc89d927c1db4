import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, integerKey, momentKey, textKey } from "./cursor.ts";

const ID = "019b0000-0000-7000-8000-000000000000";

describe("a cursor", () => {
  it.each([
    [momentKey, "2026-01-01T00:00:00.000Z"],
    [textKey, "לחם 🍞"],
    [integerKey, -1],
  ])("comes back as it was made", (key, of) => {
    expect(decodeCursor<string | number>(encodeCursor(of, ID), key)).toEqual([of, ID]);
  });

  it.each([
    ["a year that is none", momentKey, "0000-01-01T00:00:00Z"],
    ["a year before there were calls", momentKey, "0001-01-01T00:00:00Z"],
    ["the end of time", momentKey, "9999-12-31T23:59:59-23:59"],
    ["a NUL", textKey, "x\0"],
    ["half a character", textKey, "\ud83d"],
    ["a number that no column holds", integerKey, 1e12],
  ])("with %s is none of ours, before the database is asked", (_, key, of) => {
    expect(() => decodeCursor<string | number>(encodeCursor(of, ID), key)).toThrow("invalid");
  });

  it("with more digits than the database reads is the moment that they say", () => {
    const digits = `2026-01-01T00:00:00.${"1".repeat(300)}Z`;
    expect(decodeCursor(encodeCursor(digits, ID), momentKey)).toEqual(["2026-01-01T00:00:00.111Z", ID]);
  });
});
