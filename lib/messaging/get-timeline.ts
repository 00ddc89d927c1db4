import { and, eq } from "drizzle-orm";
import { conversation } from "#drizzle/schema/index.ts";
import { callsOfCustomer } from "../calls/calls-of-customer.ts";
import type { Context } from "../context.ts";
import { decodeCursor, encodeCursor, momentKey, toPage } from "../db/cursor.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { conversationById, messageViews, newestMessages } from "./queries.ts";
import { type ThreadInput, type TimelineEntry, type TimelinePage, threadInput } from "./schemas/views.ts";

/**
 * Everything with the customer of a conversation: their messages on every channel, their calls, and what became of their
 * conversations; newest first, a page at a time. Throws NotFound for another business's conversation.
 */
export async function getTimeline(ctx: Context, input: ThreadInput): Promise<TimelinePage> {
  requirePermission(ctx, "messages.read");
  const { conversationId, cursor, limit } = threadInput.parse(input);
  const before = cursor ? decodeCursor(cursor, momentKey)[1] : null;

  return forBusiness(ctx, async function getTimeline(tx) {
    const { customerId } = await conversationById(tx, ctx, conversationId);
    const conversations = await tx
      .select({ id: conversation.id, channel: conversation.channel })
      .from(conversation)
      .where(and(eq(conversation.businessId, ctx.businessId), eq(conversation.customerId, customerId)));
    const messages = [];
    // One after the other, each by its index: asked for together, the database would sort all that was ever written.
    for (const { id, channel } of conversations) {
      const rows = await newestMessages(tx, { conversationId: id, before, limit: limit + 1, withEvents: true });
      messages.push(...rows.map((row) => ({ ...row, channel, id: row.message.id })));
    }
    const calls = await callsOfCustomer(tx, ctx, { customerId, before, limit: limit + 1 });
    // Ids grow with time, those of messages and of calls alike.
    const newest = [...messages, ...calls].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit + 1);
    const shown = newest.slice(0, limit).flatMap((one) => ("message" in one ? [one] : []));
    const viewOf = await messageViews(tx, shown);
    const entryOf = (one: (typeof newest)[number]): TimelineEntry =>
      "message" in one
        ? {
            kind: "message",
            id: one.id,
            channel: one.channel,
            conversationId: one.message.conversationId,
            message: viewOf(one),
          }
        : { kind: "call", id: one.id, call: one };
    return toPage(newest, limit, (one) => encodeCursor(momentOf(one), one.id), entryOf);
  });
}

function momentOf(one: { message: { createdAt: Date } } | { startedAt: string }): string {
  return "message" in one ? one.message.createdAt.toISOString() : one.startedAt;
}
