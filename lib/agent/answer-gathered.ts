import { setTimeout as pause } from "node:timers/promises";
import { phrases } from "../businesses/phrases.ts";
import {
  type Gathered,
  keepGatheredAnswer,
  keptGatheredAnswer,
  type OpenTurn,
  openGatheredTurn,
} from "../calls/gathered-turn.ts";
import type { NextStep } from "../calls/next-step.ts";
import type { GatheredAnswer } from "../calls/schemas/gathered.ts";
import { log } from "../log.ts";
import type { LanguageModel } from "../providers/llm/types.ts";
import type { Brain, CallAction, ToolUse, Utterance } from "../voice/ports.ts";
import { createCallBrain } from "./call-brain.ts";
import { LAST_WORD } from "./last-word.ts";

/** The network waits 15 s for its answer; a caller, who hears nothing meanwhile, not as long. */
const THINK_WITHIN_MS = 8_000;
const REPEAT_WAITS_MS = 10_000;
const REPEAT_LOOKS_EVERY_MS = 100;

/**
 * Answers one turn of a caller who has no media stream, with the brain that talks over streams (`model` null: the one
 * without a model). The same request again, also in parallel, gets the same answer, and nothing is done twice.
 */
export async function answerGathered(
  gathered: Gathered,
  model: LanguageModel | null,
  thinkWithinMs = THINK_WITHIN_MS,
): Promise<NextStep> {
  const opened = await openGatheredTurn(gathered);
  switch (opened.kind) {
    case "next":
      return opened.step;
    case "repeat":
      return answerAgain(opened.ctx, opened.callId, gathered.onceKey);
    case "think": {
      const { turn } = opened;
      const { transferPhone } = turn.business;
      if (gathered.wantsPerson && transferPhone)
        return keepGatheredAnswer(turn, { kind: "transfer", text: LAST_WORD.transfer, to: transferPhone }, []);
      // Nobody to transfer to: whoever wants a person is asked for a message, whatever the model would make of a key.
      const thought = await think(turn, gathered.wantsPerson ? null : model, thinkWithinMs);
      return keepGatheredAnswer(turn, toAnswer(thought), thought.tools);
    }
    default:
      return opened satisfies never;
  }
}

interface Thought {
  text: string;
  action: CallAction | null;
  tools: ToolUse[];
}

/** The brain in its time; when it fails, the one without a model; when that fails too, a word of regret. */
async function think(turn: OpenTurn, model: LanguageModel | null, withinMs: number): Promise<Thought> {
  const thought: Thought = { text: "", action: null, tools: [] };
  if (model && (await reply(createCallBrain(turn, model), turn.history, thought, withinMs))) return thought;
  // What a tool has done stays done, and the second brain knows of it.
  const done: Utterance[] = thought.tools.length > 0 ? [{ speaker: "agent", text: "", tools: thought.tools }] : [];
  const second: Thought = { text: "", action: null, tools: [] };
  const replied = await reply(createCallBrain(turn, null), [...turn.history, ...done], second, withinMs);
  const tools = [...thought.tools, ...second.tools];
  return replied ? { ...second, tools } : { text: phrases.technical, action: null, tools };
}

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
    default:
      return action satisfies never;
  }
}

/** Waits for the answer that the same request is getting elsewhere. */
async function answerAgain(ctx: OpenTurn["ctx"], callId: string, onceKey: string): Promise<NextStep> {
  const until = Date.now() + REPEAT_WAITS_MS;
  for (;;) {
    const step = await keptGatheredAnswer(ctx, callId, onceKey);
    if (step) return step;
    if (Date.now() > until) throw new Error("the first of two equal requests was never answered");
    await pause(REPEAT_LOOKS_EVERY_MS);
  }
}
