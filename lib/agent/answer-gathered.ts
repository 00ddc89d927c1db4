import { setTimeout as pause } from "node:timers/promises";
import { phrases, withoutStream } from "../businesses/phrases.ts";
import {
  type Gathered,
  keepGatheredAnswer,
  keptGatheredAnswer,
  type OpenTurn,
  openGatheredTurn,
  reopenGatheredTurn,
} from "../calls/gathered-turn.ts";
import type { NextStep } from "../calls/next-step.ts";
import type { GatheredAnswer } from "../calls/schemas/gathered.ts";
import type { TurnView } from "../calls/schemas/views.ts";
import { takeUpThinking, whileThinking } from "../calls/thinking.ts";
import { log } from "../log.ts";
import type { LanguageModel } from "../providers/llm/types.ts";
import type { Brain, CallAction, ToolUse, Utterance } from "../voice/ports.ts";
import { createCallBrain } from "./call-brain.ts";

/** The network waits 15 s for its answer; a caller, who hears nothing meanwhile, not as long. */
const THINK_WITHIN_MS = 8_000;
/** How often a request that somebody else is answering looks for that answer. */
const LOOKS_EVERY_MS = 100;

/** What this process is answering: a repeat of it gets the same answer. */
const underWay = new Map<string, Promise<NextStep>>();

/**
 * Answers one turn of a caller who has no media stream, with the brain that talks over streams (`model` null: the one
 * without a model). The same request again, also in parallel, gets the same answer, and nothing is done twice.
 */
export function answerGathered(
  gathered: Gathered,
  model: LanguageModel | null,
  thinkWithinMs = THINK_WITHIN_MS,
): Promise<NextStep> {
  const name = `${gathered.callSid} ${gathered.onceKey}`;
  const running = underWay.get(name);
  if (running) return running;
  const answering = answer(gathered, model, thinkWithinMs).finally(() => underWay.delete(name));
  underWay.set(name, answering);
  return answering;
}

async function answer(gathered: Gathered, model: LanguageModel | null, thinkWithinMs: number): Promise<NextStep> {
  const opened = await openGatheredTurn(gathered);
  switch (opened.kind) {
    case "next":
      return opened.step;
    case "repeat": {
      const { ctx, callId } = opened;
      const { onceKey } = gathered;
      const step = await answeredElsewhere(ctx, callId, onceKey);
      if (step) return step;
      log().warn({ call_id: callId }, "whoever thought about a gathered turn is gone: it is thought about again");
      return answerTurn(await reopenGatheredTurn(ctx, callId, onceKey), gathered, model, thinkWithinMs);
    }
    case "think":
      return answerTurn(opened.turn, gathered, model, thinkWithinMs);
    default:
      return opened satisfies never;
  }
}

async function answerTurn(
  turn: OpenTurn,
  { wantsPerson }: Gathered,
  model: LanguageModel | null,
  thinkWithinMs: number,
): Promise<NextStep> {
  // Where there is nobody to ring, whoever wants a person is asked for a message, whatever the model would make of a key.
  return whileThinking(turn, async () => {
    const thought = await think(turn, wantsPerson ? null : model, thinkWithinMs);
    return keepGatheredAnswer(turn, toAnswer(thought), thought);
  });
}

type Troubles = TurnView["troubles"];

interface Thought {
  text: string;
  action: CallAction | null;
  tools: ToolUse[];
  /** What the staff are told went wrong. */
  troubles: Troubles;
}

/** The brain in its time; when it fails, the one without a model; when that fails too, a word of regret. */
async function think(turn: OpenTurn, model: LanguageModel | null, withinMs: number): Promise<Thought> {
  const thought = nothingYet();
  if (model && (await reply(createCallBrain(turn, model), turn.history, thought, withinMs))) return thought;
  // What a tool has done stays done, and the second brain knows of it.
  const done: Utterance[] = thought.tools.length > 0 ? [{ speaker: "agent", text: "", tools: thought.tools }] : [];
  const second = nothingYet();
  const replied = await reply(createCallBrain(turn, null), [...turn.history, ...done], second, withinMs);
  const tools = [...thought.tools, ...second.tools];
  const troubles = [...new Set<Troubles[number]>([...(model ? (["fallback"] as const) : []), ...second.troubles])];
  if (replied) return { ...second, tools, troubles };
  return { text: phrases.technical, action: null, tools, troubles: [...troubles, "model"] };
}

const nothingYet = (): Thought => ({ text: "", action: null, tools: [], troubles: [] });

/** Fills `thought` as it comes. False when nothing sayable came of it in time. */
async function reply(
  brain: Brain,
  history: readonly Utterance[],
  thought: Thought,
  withinMs: number,
): Promise<boolean> {
  const signal = AbortSignal.timeout(withinMs);
  const late = new Promise<"late">((resolve) =>
    signal.addEventListener("abort", () => resolve("late"), { once: true }),
  );
  try {
    return (await Promise.race([collect(brain, history, thought, signal), late])) === "whole";
  } catch (error) {
    log().warn({ err: error }, "a brain failed in a conversation without a stream");
    return false;
  }
}

async function collect(brain: Brain, history: readonly Utterance[], thought: Thought, signal: AbortSignal) {
  for await (const event of brain.reply(history, signal, Promise.resolve())) {
    if (signal.aborted) return "late";
    switch (event.type) {
      case "text":
        thought.text += event.delta;
        break;
      case "tool":
        thought.tools.push(event.use);
        break;
      case "then":
        thought.action = event.action;
        break;
      case "trouble":
        thought.troubles.push(event.trouble);
        log().warn({ err: event.error, trouble: event.trouble }, "trouble in a conversation without a stream");
        break;
      default:
        event satisfies never;
    }
  }
  return /[\p{L}\p{N}]/u.test(thought.text) && !signal.aborted ? "whole" : "late";
}

function toAnswer({ text: said, action }: Thought): GatheredAnswer {
  const text = said.replace(/\s+/g, " ").trim();
  if (!action) return { kind: "ask", text };
  switch (action.kind) {
    case "hang_up":
      return { kind: "goodbye", text };
    case "transfer":
      return { kind: "transfer", text, to: action.to };
    case "record":
      return { kind: "take_message", text: withoutStream.notKept };
    default:
      return action satisfies never;
  }
}

/** The answer that the same request got, or is getting in another process; null when that is gone and it is ours to think. */
async function answeredElsewhere(ctx: OpenTurn["ctx"], callId: string, onceKey: string): Promise<NextStep | null> {
  for (;;) {
    const step = await keptGatheredAnswer(ctx, callId, onceKey);
    if (step || (await takeUpThinking(ctx, callId, onceKey))) return step;
    await pause(LOOKS_EVERY_MS);
  }
}
