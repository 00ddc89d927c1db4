import type { ChatMessage, ToolCall } from "../providers/llm/types.ts";
import type { ToolUse, Utterance } from "../voice/ports.ts";

/** Older talk than this is forgotten; what matters of it is in the tools' answers and the business's records. */
const MAX_UTTERANCES = 40;

/**
 * The conversation as the model reads it. Of the agent's words there is only what was heard; where words may be cut
 * (`cutsWords`), a sentence that was ends with a dash. `unheard` are tools that ran for an answer which never came to be said.
 */
export function toMessages(
  history: readonly Utterance[],
  unheard: readonly ToolUse[],
  cutsWords: boolean,
): ChatMessage[] {
  const recent = history.slice(-MAX_UTTERANCES);
  const ids = { next: 0 };
  const messages = recent.flatMap((utterance) => ofUtterance(utterance, ids, cutsWords));
  if (unheard.length === 0) return messages;
  const last = messages.findLastIndex(({ role }) => role === "user");
  return messages.toSpliced(Math.max(last, 0), 0, ...ofTools(unheard, ids));
}

function ofUtterance({ speaker, text, tools }: Utterance, ids: { next: number }, cutsWords: boolean): ChatMessage[] {
  if (speaker === "caller") return [{ role: "user", text: text || "(לא ברור)" }];
  const said: ChatMessage[] = text
    ? [{ role: "assistant", text: cutsWords ? markedIfCut(text) : text, toolCalls: [] }]
    : [];
  return [...ofTools(tools, ids), ...said];
}

function ofTools(tools: readonly ToolUse[], ids: { next: number }): ChatMessage[] {
  if (tools.length === 0) return [];
  const uses = tools.map((use) => {
    ids.next += 1;
    return { id: `call_${ids.next}`, use };
  });
  const toolCalls: ToolCall[] = uses.map(({ id, use }) => ({
    id,
    name: use.name,
    argumentsJson: JSON.stringify(use.input),
  }));
  const results = uses.map(
    ({ id, use }): ChatMessage => ({ role: "tool", callId: id, result: JSON.stringify(use.output) }),
  );
  return [{ role: "assistant", text: "", toolCalls }, ...results];
}

function markedIfCut(text: string): string {
  return /[.?!…:]["'”״)]*\s*$/.test(text) ? text : `${text} —`;
}
