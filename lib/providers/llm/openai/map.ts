/** Our words to OpenAI's chat completions and back. */
import type OpenAI from "openai";
import type { ChatMessage, ChatRequest, ExtractRequest, ToolSpec } from "../types.ts";

type Params = OpenAI.Chat.ChatCompletionCreateParamsStreaming;
type WholeParams = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming;
type Message = OpenAI.Chat.ChatCompletionMessageParam;
type FinishReason = OpenAI.Chat.ChatCompletionChunk.Choice["finish_reason"];

/** Tokens that a reasoning model may think before it speaks. */
const THINKING_TOKENS = 1000;

export function toParams(model: string, request: ChatRequest): Params {
  return {
    model,
    stream: true,
    messages: request.messages.map(toMessage),
    ...(request.tools.length > 0 ? { tools: request.tools.map(toTool) } : {}),
    ...effort(model, request.maxTokens, request.temperature),
  };
}

/** The same conversation always gets the same answer, as far as the vendor can promise it: no temperature. */
export function toExtractParams(model: string, { messages, name, schema, maxTokens }: ExtractRequest): WholeParams {
  return {
    model,
    messages: messages.map(toMessage),
    response_format: { type: "json_schema", json_schema: { name, strict: true, schema: withoutLimits(schema) } },
    ...effort(model, maxTokens, 0),
  };
}

// Reasoning models refuse a temperature, and count their thoughts as output.
function effort(model: string, maxTokens: number, temperature: number) {
  return isReasoning(model)
    ? { reasoning_effort: "low" as const, max_completion_tokens: maxTokens + THINKING_TOKENS }
    : { temperature, max_completion_tokens: maxTokens };
}

/** Limits of texts, numbers and lists, which not every model of theirs takes in a strict schema. */
const LIMITS = new Set([
  ...["$schema", "minLength", "maxLength", "pattern", "format"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems"],
]);

/** Whoever asked checks the answer anyway. The names of properties are no keywords and stay. */
function withoutLimits(schema: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(schema).filter(([keyword]) => !LIMITS.has(keyword));
  return Object.fromEntries(
    kept.map(([keyword, value]) => {
      if (keyword === "properties" && isObject(value))
        return [keyword, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inner(one)]))];
      return [keyword, Array.isArray(value) ? value.map(inner) : inner(value)];
    }),
  );
}

function inner(value: unknown): unknown {
  return isObject(value) ? withoutLimits(value) : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the vendor calls the end of an answer; null while it goes on. */
export function toEndReason(reason: FinishReason): "stop" | "length" | "tool_calls" | null {
  switch (reason) {
    case null:
      return null;
    case "length":
      return "length";
    case "tool_calls":
    case "function_call":
      return "tool_calls";
    case "stop":
    case "content_filter":
      return "stop";
    default:
      return reason satisfies never;
  }
}

function toMessage(message: ChatMessage): Message {
  switch (message.role) {
    case "system":
      return { role: "system", content: message.text };
    case "user":
      return { role: "user", content: message.text };
    case "tool":
      return { role: "tool", tool_call_id: message.callId, content: message.result };
    case "assistant":
      return message.toolCalls.length === 0
        ? { role: "assistant", content: message.text }
        : {
            role: "assistant",
            content: message.text || null,
            tool_calls: message.toolCalls.map(({ id, name, argumentsJson }) => ({
              id,
              type: "function",
              function: { name, arguments: argumentsJson },
            })),
          };
    default:
      return message satisfies never;
  }
}

function toTool({ name, description, parameters }: ToolSpec): OpenAI.Chat.ChatCompletionFunctionTool {
  return { type: "function", function: { name, description, parameters } };
}

function isReasoning(model: string): boolean {
  return /^(?:o\d|gpt-5)/.test(model);
}
