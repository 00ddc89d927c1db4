import { eq } from "drizzle-orm";
import { cart } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import { loadCart } from "./cart.ts";

export type Language = "he" | "en";

/** The language of a conversation: that of what was just written, or, when that has no words, the one it was held in before. */
export async function conversationLanguage(tx: Tx, conversationId: string, written: string): Promise<Language> {
  return languageOf(written) ?? (await loadCart(tx, conversationId)).language;
}

/** Null when it says nothing of it: a number, a picture. */
export function languageOf(written: string): Language | null {
  if (/[א-ת]/.test(written)) return "he";
  return /[a-z]{2}/i.test(written) ? "en" : null;
}

/** In which the customer of this conversation ordered; null: nobody wrote. */
export async function languageIn(tx: Tx, conversationId: string | null): Promise<Language> {
  if (conversationId === null) return "he";
  const [known] = await tx
    .select({ language: cart.language })
    .from(cart)
    .where(eq(cart.conversationId, conversationId));
  return known?.language ?? "he";
}
