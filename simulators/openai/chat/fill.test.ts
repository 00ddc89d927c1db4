import { describe, expect, test } from "vitest";
import { z } from "zod";
import { decide } from "./policy.ts";
import type { ChatMessage, JsonSchema } from "./shape.ts";

const text = { type: "string" };
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
const object = (properties: JsonSchema): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const SCHEMAS: Record<string, JsonSchema> = {
  "a call's summary": object({ summary: text, title: text, callback: { type: "boolean" }, follow_up: orNull(text) }),
  "a lead": object({
    score: { type: "integer", minimum: 1, maximum: 10 },
    temperature: { type: "string", enum: ["hot", "warm", "cold"] },
    deal_type: { type: ["string", "null"], enum: ["rent", "buy", "sell", null] },
    rooms: orNull({ type: "number" }),
    budget: { type: ["integer", "null"] },
    reasons: { type: "array", items: text, minItems: 1 },
  }),
  "an appointment": object({
    appointment: orNull(object({ starts_at: { type: "string", format: "date-time" }, title: text })),
    date: { type: "string", format: "date" },
    email: { type: "string", format: "email" },
  }),
  "a mood": object({
    sentiment: { type: "number", minimum: -1, maximum: 1 },
    label: { type: "string", enum: ["חיובי", "ניטרלי", "שלילי"] },
  }),
  "references and constants": {
    ...object({ kind: { const: "call" }, people: { type: "array", items: { $ref: "#/$defs/person" } } }),
    $defs: { person: object({ name: text }) },
  },
};

const UNTIMED = object({ appointment: orNull(object({ what: text, when: orNull(text) })) });

const TALKS: Record<string, ChatMessage[]> = {
  "nothing was said": [{ role: "user", content: "" }],
  "a whole call": [
    {
      role: "user",
      content:
        "לקוח: שלום, מחפש דירה לשכירות ברמת גן, שלושה חדרים עד ששת אלפים\nנציגה: מה השם?\nלקוח: דוד מזרחי, 052-1234567, אפשר לקבוע ביקור מחר בעשר?",
    },
  ],
  "a complaint": [{ role: "user", content: "אני לא מרוצה, יש נזילה בדירה" }],
};

describe("whatever was said, the answer fits the schema", () => {
  for (const [schemaName, schema] of Object.entries(SCHEMAS)) {
    test.each(Object.entries(TALKS))(`${schemaName}: %s`, (_, talk) => {
      const json_schema = { name: "x", schema, strict: true };
      const reply = decide({
        model: "gpt-4o",
        messages: [{ role: "system", content: "תאריך: 2026-11-21" }, ...talk],
        response_format: { type: "json_schema", json_schema },
      });
      expect(() => z.fromJSONSchema(schema).parse(JSON.parse(reply.text))).not.toThrow();
    });
  }

  test("and says what was said", () => {
    const lead = judge("a lead");
    expect(lead).toMatchObject({ deal_type: "rent", rooms: 3, budget: 6000 });
    const untimed = decide({
      model: "gpt-4o",
      messages: [{ role: "user", content: "[0] לקוח: מחפש דירה להשכרה. אפשר לבוא לראות?" }],
      response_format: { type: "json_schema", json_schema: { name: "x", schema: UNTIMED, strict: true } },
    });
    expect(JSON.parse(untimed.text)).toMatchObject({ appointment: { when: null } });
    const foreign = decide({
      model: "gpt-4o",
      messages: [{ role: "user", content: "[0] נציג: שלום\n[1] לקוח: Hello, I am looking for an apartment." }],
      response_format: { type: "json_schema", json_schema: { name: "x", schema: object({ summary: text }) } },
    });
    expect(JSON.parse(foreign.text)).toEqual({ summary: "הפונה. דיברו בשפה אחרת, לא בעברית." });
    expect(judge("an appointment")).toMatchObject({ appointment: { starts_at: "2026-11-22T10:00:00+02:00" } });
  });
});

function judge(schemaName: string): unknown {
  const json_schema = { name: "x", schema: SCHEMAS[schemaName] ?? {} };
  const messages: ChatMessage[] = [{ role: "system", content: "תאריך: 2026-11-21" }, ...(TALKS["a whole call"] ?? [])];
  return JSON.parse(decide({ model: "gpt-4o", messages, response_format: { type: "json_schema", json_schema } }).text);
}
