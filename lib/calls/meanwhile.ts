import { eq } from "drizzle-orm";
import { business } from "#drizzle/schema/index.ts";
import { phrases } from "../businesses/phrases.ts";
import { systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import type { Meanwhile, Speaker } from "./next-step.ts";

/** What a caller without a stream hears while the answer to that turn is thought about. */
export function meanwhile(turn: string, wordsBefore: number): Meanwhile {
  return { text: wordsBefore === 0 ? phrases.filler : phrases.fillerAgain, turn, words: wordsBefore + 1 };
}

/** In whose voice; null for a call that is nobody's. */
export async function whoSpeaks(callSid: string): Promise<Speaker | null> {
  const businessId = await businessByCall(callSid);
  if (!businessId) return null;
  const [settings] = await forBusiness(
    systemContext(businessId, "gather"),
    (tx) => tx.select({ voice: business.voice }).from(business).where(eq(business.id, businessId)),
    "whoSpeaks",
  );
  return { businessId, voice: settings?.voice ?? null, callId: null };
}
