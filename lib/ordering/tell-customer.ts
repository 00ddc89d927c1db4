import { eq } from "drizzle-orm";
import { conversation, order } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { carrierOf } from "../messaging/carrier-of.ts";
import { queueMessage } from "../messaging/queue-message.ts";
import { isWindowOpen } from "../messaging/window.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { languageIn } from "./language.ts";
import { type Texts, textsIn } from "./texts/index.ts";

type Talk = typeof conversation.$inferSelect;

/**
 * The conversation in which an order was made, locked; null when nobody wrote. First of all, as who answers in it does: two
 * that lock in different orders wait for each other for ever.
 */
export async function lockTalkOf(tx: Tx, orderId: string): Promise<Talk | null> {
  const [row] = await tx.select({ conversationId: order.conversationId }).from(order).where(eq(order.id, orderId));
  if (!row?.conversationId) return null;
  const [found] = await tx.select().from(conversation).where(eq(conversation.id, row.conversationId)).for("update");
  return found ?? null;
}

interface News {
  /** The order's number. */
  number: number;
  /** In the language in which they ordered. */
  say: (texts: Texts) => string;
  /** The same key again is told once. */
  onceKey: string;
}

/** Tells who ordered in writing, or, where WhatsApp lets nothing but templates through by now, the staff to. */
export async function tellCustomer(
  tx: Tx,
  ctx: Context,
  talk: Talk,
  { number, say, onceKey }: News,
): Promise<LiveEvent[]> {
  const body = say(textsIn(await languageIn(tx, talk.id)));
  if (!isWindowOpen(talk, await carrierOf(tx, ctx, talk.channel))) {
    const title = `לעדכן על הזמנה ${number}: עברו 24 שעות, ו־WhatsApp מעביר רק תבניות`;
    const about = { details: body, customerId: talk.customerId, conversationId: talk.id };
    await openTaskOnce(tx, ctx, { title, ...about, onceKey });
    return [];
  }
  const queued = await queueMessage(tx, ctx, talk, { author: "system", body, onceKey });
  return queued?.news ?? [];
}
