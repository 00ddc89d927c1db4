import { and, eq } from "drizzle-orm";
import { conversation } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { customerByPhone } from "../customers/customer-by-phone.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";
import type { Channel } from "./schemas/channel.ts";

export type ConversationRow = typeof conversation.$inferSelect;

/**
 * The conversation with this number (E.164) on this channel, with its customer; both are made when there are none yet.
 * Locked until the end of the transaction: one message of a conversation at a time.
 */
export async function theConversation(
  tx: Tx,
  ctx: Context,
  channel: Channel,
  address: string,
): Promise<{ conversation: ConversationRow; news: LiveEvent[] }> {
  const known = await lockByAddress(tx, ctx, channel, address);
  if (known) return { conversation: known, news: [] };
  const customer = await customerByPhone(tx, ctx, address);
  await tx
    .insert(conversation)
    .values({ businessId: ctx.businessId, channel, address, customerId: customer.id })
    .onConflictDoNothing({ target: [conversation.businessId, conversation.channel, conversation.address] });
  const made = await lockByAddress(tx, ctx, channel, address);
  if (!made) throw new Error("a conversation that was just made is not there");
  return {
    conversation: made,
    news: customer.created ? [{ type: "customer.changed", customerId: customer.id }] : [],
  };
}

async function lockByAddress(
  tx: Tx,
  ctx: Context,
  channel: Channel,
  address: string,
): Promise<ConversationRow | undefined> {
  const [row] = await tx
    .select()
    .from(conversation)
    .where(
      and(
        eq(conversation.businessId, ctx.businessId),
        eq(conversation.channel, channel),
        eq(conversation.address, address),
      ),
    )
    .for("update");
  return row;
}

/** For whoever changes a message and its conversation: to be called before the message is locked. */
export async function lockConversation(tx: Tx, conversationId: string): Promise<void> {
  await tx.select({ id: conversation.id }).from(conversation).where(eq(conversation.id, conversationId)).for("update");
}
