/** What becomes of a message after it was written: somebody reacts to it, or takes it back. */
import { and, eq, isNull } from "drizzle-orm";
import { message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { MessageCarrier } from "./schemas/channel.ts";
import { type Reaction, reaction } from "./schemas/content.ts";

interface NamedMessage {
  carrier: MessageCarrier;
  /** The carrier's name for it. */
  providerId: string;
}

/** Somebody's reaction takes the place of their last one; an empty one takes it back. Unknown messages: nothing. */
export async function reactToMessage(ctx: Context, at: NamedMessage, given: Reaction): Promise<void> {
  const { by, emoji } = reaction.parse(given);
  await forBusiness(ctx, async function reactToMessage(tx) {
    const [row] = await tx.select().from(message).where(named(ctx, at)).for("update");
    if (!row) return;
    const others = row.reactions.filter((one) => one.by !== by);
    await tx
      .update(message)
      .set({ reactions: emoji === "" ? others : [...others, { by, emoji }] })
      .where(eq(message.id, row.id));
    await publish(tx, { type: "message.changed", conversationId: row.conversationId, messageId: row.id });
  });
}

/** Its writer took it back for everybody: its words are not shown any more, nor answered. */
export async function deleteMessage(ctx: Context, at: NamedMessage): Promise<void> {
  await forBusiness(ctx, async function deleteMessage(tx) {
    const [row] = await tx
      .update(message)
      .set({ deletedAt: new Date(), searchText: "" })
      .where(and(named(ctx, at), isNull(message.deletedAt)))
      .returning({ id: message.id, conversationId: message.conversationId });
    if (row) await publish(tx, { type: "message.changed", conversationId: row.conversationId, messageId: row.id });
  });
}

function named(ctx: Context, { carrier, providerId }: NamedMessage) {
  return and(eq(message.businessId, ctx.businessId), eq(message.carrier, carrier), eq(message.providerId, providerId));
}
