import { textOf } from "./request.ts";
import type { ChatMessage } from "./shape.ts";

/** Who said what, as far as the request tells. */
export interface Turn {
  speaker: "caller" | "agent";
  text: string;
  /** The number that the transcript puts before the line, when it does: "[3] מתקשר: …". */
  number?: number;
}

/** A tool call of the history together with what the tool answered. */
export interface ToolOutcome {
  name: string;
  args: string;
  result: string;
  /** How many turns had been spoken when the tool was called. */
  afterTurns: number;
}

export interface Conversation {
  /** All system and developer texts. */
  prompt: string;
  turns: Turn[];
  /** Results that the model has not yet spoken about: the tool messages at the end of the request. */
  pending: ToolOutcome[];
  /** Every tool call of the history that was answered, the pending ones included. */
  outcomes: ToolOutcome[];
  /** What the agent said in the same breath as the pending tool calls. */
  saidWithCalls: string;
  /** The conversation was handed over as a transcript inside one message: to be judged, not to be continued. */
  isTranscript: boolean;
}

const CALLER = /^(?:ה?לקוחה?|ה?מתקשרת?|ה?פונה|caller|customer|user)\s*(?:\([^)]*\))?\s*[:：]\s*/i;
const AGENT =
  /^(?:ה?נציגה?|ה?סוכנת?|ה?מוקדנ?ית?|ה?מוקד|ה?עוזרת?|ה?בוט|agent|assistant|ai|bot)\s*(?:\([^)]*\))?\s*[:：]\s*/i;

/** Sorts a request's messages into the prompt, the turns and the tools' answers. */
export function readConversation(messages: ChatMessage[]): Conversation {
  const conversation: Conversation = {
    prompt: "",
    turns: [],
    pending: [],
    outcomes: [],
    saidWithCalls: "",
    isTranscript: false,
  };
  const calls = new Map<string, { name: string; args: string; afterTurns: number }>();
  for (const message of messages) {
    const text = textOf(message.content).trim();
    if (message.role !== "tool") conversation.pending = [];
    switch (message.role) {
      case "system":
      case "developer":
        conversation.prompt += `${text}\n`;
        break;
      case "user": {
        const lines = transcript(text);
        conversation.isTranscript = lines.length > 1 || lines.some((line) => line.number !== undefined);
        conversation.turns.push(...lines);
        break;
      }
      case "assistant":
        if (text) conversation.turns.push({ speaker: "agent", text });
        conversation.saidWithCalls = text;
        for (const call of message.tool_calls ?? []) {
          calls.set(call.id, {
            name: call.function.name,
            args: call.function.arguments,
            afterTurns: conversation.turns.length,
          });
        }
        break;
      case "tool": {
        const call = calls.get(message.tool_call_id);
        const outcome = {
          name: call?.name ?? "",
          args: call?.args ?? "{}",
          result: text,
          afterTurns: call?.afterTurns ?? 0,
        };
        conversation.pending.push(outcome);
        conversation.outcomes.push(outcome);
        break;
      }
      default:
        message satisfies never;
    }
  }
  return conversation;
}

/** What the caller said last, and what the agent had said before it. */
export function lastExchange(turns: Turn[]): { caller: string; agent: string } {
  const at = turns.findLastIndex((turn) => turn.speaker === "caller");
  const caller = turns[at]?.text ?? "";
  const agent = turns.slice(0, Math.max(at, 0)).findLast((turn) => turn.speaker === "agent")?.text ?? "";
  return { caller, agent };
}

// A user message may carry a whole transcript ("לקוח: … / נציגה: …"): its lines are turns of their own.
function transcript(text: string): Turn[] {
  const lines = text.split("\n").map((line) => ({
    line: line.replace(/^[\s\-*•]*(?:\[[\d:.]+\]\s*)?/, "").trim(),
    number: /^\s*\[(\d+)\]/.exec(line)?.[1],
  }));
  const spoken = lines.filter(({ line }) => CALLER.test(line) || AGENT.test(line));
  if (spoken.length < 2 && !spoken.some(({ number }) => number !== undefined)) return [{ speaker: "caller", text }];
  const turns: Turn[] = [];
  for (const { line, number } of lines) {
    const speaker = CALLER.test(line) ? "caller" : AGENT.test(line) ? "agent" : undefined;
    const last = turns.at(-1);
    const numbered = number === undefined ? {} : { number: Number(number) };
    if (speaker) turns.push({ speaker, text: line.replace(speaker === "caller" ? CALLER : AGENT, ""), ...numbered });
    else if (last && line) last.text += ` ${line}`;
  }
  return turns;
}
