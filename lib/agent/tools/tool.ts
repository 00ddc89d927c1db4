/** What a tool is: something that the model may ask for, with a checked input and an honest answer. */
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { ToolSpec } from "../../providers/llm/types.ts";
import type { CallAction } from "../../voice/ports.ts";

export type ToolOutput = { ok: true; [fact: string]: unknown } | { ok: false; reason: string };

interface ToolResult {
  output: ToolOutput;
  /** Done to the call once everything said was heard. */
  action?: CallAction;
}

export interface Tool {
  spec: ToolSpec;
  /** Checks the model's arguments and acts. Throws z.ZodError for arguments that are no good, and what the verb throws. */
  run(input: unknown): Promise<{ input: Record<string, unknown>; result: ToolResult }>;
}

interface ToolDefinition<S extends z.ZodObject> {
  name: string;
  /** Hebrew: for the model, which thinks in the caller's language here. */
  description: string;
  schema: S;
  run(input: z.output<S>): Promise<ToolResult>;
}

/** A tool from its definition; the JSON Schema that the model sees is made from the very schema that parses. */
export function defineTool<S extends z.ZodObject>({ name, description, schema, run }: ToolDefinition<S>): Tool {
  const { $schema, ...parameters } = z.toJSONSchema(schema, { io: "input" });
  return {
    spec: { name, description, parameters },
    async run(raw) {
      const input = schema.parse(withoutBlanks(raw));
      return { input, result: await run(input) };
    },
  };
}

/** Models write null or "" for what they do not know. */
function withoutBlanks(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null && value !== ""));
}

/** The conversation in writing that the tools act in. */
export interface ConversationAtHand {
  ctx: Context;
  conversationId: string;
  /** The newest message that is being answered: what is done for it is done once. */
  messageId: string;
  customer: { id: string; name: string | null; phone: string };
}

/** The call that the tools act in. */
export interface CallAtHand {
  ctx: Context;
  callId: string;
  caller: { customerId: string | null; name: string | null; phone: string | null };
  /** They were asked for a number before, in this call: not again. */
  askedForNumber?: boolean;
  /** Where people are, E.164; null = nobody to transfer to. */
  transferPhone: string | null;
}
