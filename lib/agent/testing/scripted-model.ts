import type { ChatEvent, ChatRequest, LanguageModel } from "../../providers/llm/types.ts";

type Part = string | { tool: string; args: unknown } | { end: "length" };
export type ScriptedAnswer = Part[] | Error;

/** A model that gives these answers one after another, a few letters at a time, and keeps what it was asked. */
export function scriptedModel(answers: ScriptedAnswer[]): LanguageModel & { requests: ChatRequest[] } {
  const requests: ChatRequest[] = [];
  return {
    name: "scripted",
    requests,
    check: () => Promise.resolve(),
    extract: () => Promise.reject(new Error("a conversation asks for no form")),
    stream: async function* (request, signal) {
      // The brain goes on writing into its list; this is how it was when it was asked.
      requests.push({ ...request, messages: [...request.messages] });
      const answer = answers[requests.length - 1];
      if (!answer) throw new Error("the script is over");
      if (answer instanceof Error) throw answer;
      for (const part of answer) {
        if (typeof part !== "string" && "end" in part) return yield { type: "end", reason: part.end };
        yield* eventsOf(part, `c${requests.length}`, signal);
      }
      yield { type: "end", reason: "stop" };
    },
  };
}

async function* eventsOf(
  part: Exclude<Part, { end: "length" }>,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  if (typeof part !== "string") {
    const args = typeof part.args === "string" ? part.args : JSON.stringify(part.args);
    yield { type: "tool_call", call: { id: `${id}_${part.tool}`, name: part.tool, argumentsJson: args } };
    return;
  }
  for (const piece of part.match(/[\s\S]{1,4}/g) ?? []) {
    signal.throwIfAborted();
    yield { type: "text", delta: piece };
  }
}
