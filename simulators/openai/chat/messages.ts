import { ApiError } from "../errors.ts";
import type { ChatMessage } from "./shape.ts";

/** Holds the order of messages to OpenAI's rules: every tool call answered, every answer asked for. */
export function checkMessages(messages: ChatMessage[]): void {
  let open = new Set<string>();
  for (const [index, message] of messages.entries()) {
    if (message.role === "tool") {
      if (!open.delete(message.tool_call_id)) throw strayToolMessage(index);
      continue;
    }
    if (open.size > 0) throw unanswered(index, open);
    if (message.role !== "assistant") continue;
    open = new Set(message.tool_calls?.map((call) => call.id));
    if (message.content == null && !message.tool_calls && !message.refusal) {
      const text = "Invalid value for 'content': expected a string, got null.";
      throw new ApiError(400, text, `messages.[${index}].content`);
    }
  }
  if (open.size > 0) throw unanswered(messages.length, open);
}

function strayToolMessage(index: number): ApiError {
  // The misspelling is OpenAI's own.
  const text =
    "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.";
  return new ApiError(400, text, `messages.[${index}].role`);
}

function unanswered(index: number, open: Set<string>): ApiError {
  const text =
    "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. " +
    `The following tool_call_ids did not have response messages: ${[...open].join(", ")}`;
  return new ApiError(400, text, `messages.[${index}].role`);
}
