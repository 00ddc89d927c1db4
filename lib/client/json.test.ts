import { expect, it } from "vitest";
import { fromWire, toWire } from "./json.ts";

it("renames at every depth and back", () => {
  const value = { nextCursor: null, items: [{ tTtsMs: 3, heardText: "שלום" }] };
  expect(toWire(value)).toEqual({ next_cursor: null, items: [{ t_tts_ms: 3, heard_text: "שלום" }] });
  expect(fromWire(toWire(value))).toEqual(value);
});

it("leaves what went into a tool as it is", () => {
  const wire = { tools: [{ took_ms: 4, input: { caller_name: "רותי" } }] };
  expect(fromWire(wire)).toEqual({ tools: [{ tookMs: 4, input: { caller_name: "רותי" } }] });
});
