import { eq } from "drizzle-orm";
import { business } from "#drizzle/schema/index.ts";
import { phrases } from "../businesses/phrases.ts";
import { systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import type { Meanwhile } from "./next-step.ts";

/** What a caller without a stream hears while the answer to that turn is thought about; null for a call that is nobody's. */
export async function meanwhile(callSid: string, turn: string, wordsBefore: number): Promise<Meanwhile | null> {
  const businessId = await businessByCall(callSid);
  if (!businessId) return null;
  const [settings] = await forBusiness(
    systemContext(businessId, "gather"),
    (tx) => tx.select({ voice: business.voice }).from(business).where(eq(business.id, businessId)),
    "meanwhile",
  );
  const text = wordsBefore === 0 ? phrases.filler : phrases.fillerAgain;
  return { by: { businessId, voice: settings?.voice ?? null, callId: null }, text, turn, words: wordsBefore + 1 };
}
