import type { Context } from "../context.ts";
import type { JobPayload } from "../jobs/schemas.ts";
import { log } from "../log.ts";
import { keepAnswer, type Thought } from "../messaging/keep-answer.ts";
import { openAnswer, type PendingAnswer } from "../messaging/open-answer.ts";
import type { LanguageModel } from "../providers/llm/types.ts";
import { createBrain } from "./brain.ts";
import { writingPrompt } from "./persona.ts";
import { noWishes, type WrittenWishes, writingTools } from "./tools/writing-tools.ts";
import { writing } from "./writing.ts";

const THINK_WITHIN_MS = 30_000;
/** An answer in writing may be longer than one that is heard: as long as `writing` lets through. */
const LIMITS = { rounds: 4, maxTokens: 1500, temperature: 0.3 };

/**
 * Answers what a customer has written, with the brain that talks on the phone; without a model (`null`), or when it fails,
 * the customer is told that somebody will answer, and somebody is told to. May run twice and does nothing twice.
 */
export async function answerConversation(
  model: LanguageModel | null,
  { businessId, conversationId }: JobPayload<"answer_conversation">,
  signal: AbortSignal,
): Promise<void> {
  const ctx: Context = { businessId, actor: { kind: "writing_agent", conversationId }, role: null, requestId: null };
  const pending = await openAnswer(ctx, conversationId, model !== null);
  if (pending === null) return;
  const thought = model === null ? unavailable() : await think(model, pending, signal);
  const outcome = await keepAnswer(pending, thought);
  if (outcome === "outdated")
    log().info({ conversation_id: conversationId }, "an answer came too late and was dropped");
}

async function think(model: LanguageModel, pending: PendingAnswer, stop: AbortSignal): Promise<Thought> {
  const wishes = noWishes();
  const { business, customer } = pending;
  const brain = createBrain({
    model,
    medium: writing(pending.channel, pending.language),
    persona: (now) => writingPrompt(business, customer, pending, now),
    tools: writingTools(wishes, pending.products.length > 0),
    now: () => new Date(),
    limits: LIMITS,
  });
  const signal = AbortSignal.any([stop, AbortSignal.timeout(THINK_WITHIN_MS)]);
  try {
    let text = "";
    for await (const event of brain.reply(pending.history, signal, Promise.resolve())) {
      if (event.type === "text") text += event.delta;
    }
    signal.throwIfAborted();
    return toThought(text, wishes);
  } catch (error) {
    // Our own end is no failure of the model: the job runs again.
    if (stop.aborted) throw error;
    log().warn({ err: error, conversation_id: pending.conversationId }, "the model did not answer a conversation");
    return { ...unavailable(), tasks: wishes.tasks, name: wishes.name };
  }
}

function toThought(text: string, wishes: WrittenWishes): Thought {
  return { ...wishes, text: text.replace(/\n{3,}/g, "\n\n").trim() };
}

function unavailable(): Thought {
  return { text: "", handOver: "unavailable", unsure: false, tasks: [], name: null, orders: [] };
}
