import { z } from "zod";
import type { LanguageModel } from "#lib/providers/llm/types.ts";
import { ProviderFailed } from "../../errors.ts";
import type { CallInsight } from "../schemas/insight.ts";
import { type FilledForm, insightForm } from "./form.ts";
import { insightMessages } from "./prompt.ts";
import { sourceOf, type ToldCall, type ToldTurn } from "./told-call.ts";

const MAX_TOKENS = 1500;

/**
 * What a model makes of the call. An answer of the wrong shape is sent back once, with what is wrong with it.
 * Throws ProviderFailed.
 */
export async function askModel(model: LanguageModel, told: ToldCall, signal: AbortSignal): Promise<CallInsight> {
  const form = insightForm(told.business.field);
  const { $schema, ...schema } = z.toJSONSchema(form);
  const messages = insightMessages(told);
  const ask = () => model.extract({ messages, name: "call_insight", schema, maxTokens: MAX_TOKENS }, signal);

  const first = await ask();
  const read = form.safeParse(first);
  if (read.success) return fromForm(read.data, told);

  messages.push({ role: "assistant", text: JSON.stringify(first), toolCalls: [] });
  messages.push({ role: "user", text: `הטופס אינו תקין, צריך למלא אותו שוב: ${reasons(read.error)}` });
  const again = form.safeParse(await ask());
  if (again.success) return fromForm(again.data, told);
  throw new ProviderFailed("llm", true, "an answer of the wrong shape, twice", again.error);
}

function reasons(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".") || "הכול"}: ${message}`).join("; ");
}

/** A turn that the model names must be there, and be the caller's, or the agent's where the agent promised. */
function fromForm(filled: FilledForm, { turns }: ToldCall): CallInsight {
  const spokenBy = (speaker: ToldTurn["speaker"], asked: number | null) =>
    turns.find((turn) => turn.index === asked && turn.speaker === speaker) ?? null;
  const toldIn = (asked: number | null) => {
    const turn = spokenBy("caller", asked);
    return turn && sourceOf(turn);
  };
  const { facts, followUps, appointment } = filled;
  return {
    ...filled,
    facts: facts.map((fact) => ({ ...fact, turnIndex: toldIn(fact.turnIndex) })),
    followUps: followUps.map((one) => ({ ...one, turnIndex: spokenBy("agent", one.turnIndex)?.index ?? null })),
    appointment: appointment && { ...appointment, turnIndex: toldIn(appointment.turnIndex) },
    madeBy: "model",
  };
}
