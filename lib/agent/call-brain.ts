import type { LanguageModel } from "../providers/llm/types.ts";
import type { Brain, CallAction, Utterance } from "../voice/ports.ts";
import { createBrain } from "./brain.ts";
import { createFallbackBrain } from "./fallback.ts";
import { type PersonaBusiness, systemPrompt } from "./persona.ts";
import { callTools } from "./tools/call-tools.ts";
import { takeMessage } from "./tools/take-message.ts";
import type { CallAtHand } from "./tools/tool.ts";
import { voice } from "./voice.ts";
import { withFallback } from "./with-fallback.ts";
import { withPersonKey } from "./with-person-key.ts";

/** A call as its stream was claimed (lib/calls); only what the conversation needs of it. */
export interface CallToAnswer {
  ctx: CallAtHand["ctx"];
  callId: string;
  business: PersonaBusiness & { enableRecordingFallback: boolean };
  caller: CallAtHand["caller"];
  /** What was said before this brain began. */
  history: readonly Utterance[];
}

/** The brain for one call. Without a model (`null`), or when it keeps failing, a message is taken. */
export function createCallBrain(call: CallToAnswer, model: LanguageModel | null, now = () => new Date()): Brain {
  const { ctx, callId, business, caller, history } = call;
  const askedForNumber = history.some(({ tools }) => tools.some(isRefusedMessage));
  const tooled: CallAtHand = { ctx, callId, caller, askedForNumber, transferPhone: business.transferPhone };
  // What we cannot keep (our database is away) is recorded by the network, and fetched later.
  const lastResort: CallAction | null = business.enableRecordingFallback ? { kind: "record" } : null;
  const fallback = createFallbackBrain({
    takeMessage: takeMessage(tooled),
    callerPhone: caller.phone,
    now,
    lastResort,
  });
  const persona = (moment: Date) => systemPrompt(business, caller, moment);
  const brain = model
    ? withFallback(createBrain({ model, medium: voice, persona, tools: callTools(tooled), now, lastResort }), fallback)
    : fallback;
  return withPersonKey(brain, business.transferPhone);
}

/** For want of a number to ring back. */
function isRefusedMessage({ name, output }: Utterance["tools"][number]): boolean {
  return name === "take_message" && output.ok === false;
}

/** Words that are likely to be said in this call: they help the recogniser with names. */
export function expectedWords({ business, caller }: Pick<CallToAnswer, "business" | "caller">): string {
  return [business.name, business.field, business.address, caller.name].filter(Boolean).join(", ");
}
