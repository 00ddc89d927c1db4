import { randomBytes } from "node:crypto";
import type { Reply } from "./reply.ts";
import type { ChatRequest } from "./shape.ts";

export type FinishReason = "stop" | "length" | "tool_calls";

type ToolDelta = {
  index: number;
  id?: string;
  type?: "function";
  function: { name?: string; arguments: string };
};
/** One streamed piece of an answer. */
export type Delta = { content?: string; tool_calls?: ToolDelta[] };

export interface Generation {
  text: string;
  calls: { id: string; name: string; arguments: string }[];
  deltas: Delta[];
  finish: FinishReason;
}

/** Cuts a reply into tokens, at most `maxTokens` of them, in the order in which they are streamed. */
export function generate(reply: Reply, maxTokens: number, request: ChatRequest): Generation {
  const calls = reply.calls.map((call) => ({
    id: `call_${randomBytes(18).toString("base64url").slice(0, 24)}`,
    ...call,
  }));
  const words: Delta[] = pieces(stopped(reply.text, request.stop)).map((content) => ({ content }));
  const callDeltas = calls.flatMap((call, index): Delta[] => [
    { tool_calls: [{ index, id: call.id, type: "function", function: { name: call.name, arguments: "" } }] },
    ...pieces(call.arguments).map((part): Delta => ({ tool_calls: [{ index, function: { arguments: part } }] })),
  ]);
  const all = [...words, ...callDeltas];
  const deltas = all.slice(0, maxTokens);
  const text = deltas.map((delta) => delta.content ?? "").join("");
  if (deltas.length === all.length) return { text, calls, deltas, finish: finishOf(reply, request) };
  return { text, calls: cutCalls(calls, deltas), deltas, finish: "length" };
}

/** How many tokens a text is, about: Hebrew runs to three or four characters a token. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 3.5);
}

// A named tool that was asked for by name ends with "stop", as the API has it.
function finishOf(reply: Reply, request: ChatRequest): FinishReason {
  return reply.calls.length > 0 && typeof request.tool_choice !== "object" ? "tool_calls" : "stop";
}

function cutCalls(calls: Generation["calls"], deltas: Delta[]): Generation["calls"] {
  const received = deltas.flatMap((delta) => delta.tool_calls ?? []);
  return calls
    .map((call, index) => ({
      ...call,
      arguments: received
        .filter((one) => one.index === index)
        .map((one) => one.function.arguments)
        .join(""),
    }))
    .filter((_, index) => received.some((one) => one.index === index));
}

function stopped(text: string, stop: ChatRequest["stop"]): string {
  const marks = (typeof stop === "string" ? [stop] : (stop ?? []))
    .map((mark) => text.indexOf(mark))
    .filter((at) => at >= 0);
  return marks.length > 0 ? text.slice(0, Math.min(...marks)) : text;
}

// Three or four characters, the space at the beginning of a piece as tokenizers have it.
function pieces(text: string): string[] {
  return text.match(/\s?\S{1,4}|\s+/gu) ?? [];
}
