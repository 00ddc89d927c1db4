import { decide } from "../policy.ts";
import type { Reply } from "../reply.ts";
import type { ChatMessage, ChatRequest } from "../shape.ts";

/** A conversation that grows as the product's would. */
export class Talk {
  readonly #prompt: string;
  readonly #messages: ChatMessage[];
  readonly #options: Partial<ChatRequest>;

  constructor(prompt: string, options: Partial<ChatRequest>, greeting?: string) {
    this.#prompt = prompt;
    this.#messages = greeting === undefined ? [] : [{ role: "assistant", content: greeting }];
    this.#options = options;
  }

  /** `prompt`: what the model is told from now on, when that has changed. */
  says(words: string, prompt?: string): Reply {
    this.#messages.push({ role: "user", content: words });
    return this.#answer(prompt);
  }

  result(content: string): Reply {
    const calls = this.#messages.findLast((message) => message.role === "assistant")?.tool_calls ?? [];
    for (const call of calls) this.#messages.push({ role: "tool", tool_call_id: call.id, content });
    return this.#answer();
  }

  #answer(prompt = this.#prompt): Reply {
    const reply = decide({ ...request([{ role: "system", content: prompt }, ...this.#messages]), ...this.#options });
    const calls = reply.calls.map((call, index) => ({
      id: `call_${this.#messages.length}_${index}`,
      type: "function" as const,
      function: call,
    }));
    this.#messages.push({ role: "assistant", content: reply.text, ...(calls.length > 0 ? { tool_calls: calls } : {}) });
    return reply;
  }
}

export function request(messages: ChatMessage[]): ChatRequest {
  return { model: "gpt-4o", messages: [...messages] };
}

export function tool(
  name: string,
  description: string,
  properties: object,
  required: string[],
): NonNullable<ChatRequest["tools"]>[number] {
  return { type: "function", function: { name, description, parameters: { type: "object", properties, required } } };
}

/** What a tool was called with; undefined when it was not. */
export function args(reply: Reply, name: string): unknown {
  const call = reply.calls.find((one) => one.name === name);
  return call && JSON.parse(call.arguments);
}
