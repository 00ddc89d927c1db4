/** Our words to OpenAI's chat completions and back. */
import type OpenAI from "openai";
import type { ChatMessage, ChatRequest, ToolSpec } from "../types.ts";

type Params = OpenAI.Chat.ChatCompletionCreateParamsStreaming;
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
    // Reasoning models refuse a temperature, and count their thoughts as output.
    ...(isReasoning(model)
      ? { reasoning_effort: "low", max_completion_tokens: request.maxTokens + THINKING_TOKENS }
      : { temperature: request.temperature, max_completion_tokens: request.maxTokens }),
  };
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
