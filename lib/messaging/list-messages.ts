import { and, desc, eq, lt, notInArray, sql } from "drizzle-orm";
import { conversation, message } from "#drizzle/schema/index.ts";
import type { Page } from "../calls/schemas/views.ts";
import type { Context } from "../context.ts";
import { decodeCursor, encodeCursor, momentKey, toPage } from "../db/cursor.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { type ApiMessage, type MessageListInput, messageListInput } from "./schemas/api.ts";
import { amongStaff } from "./schemas/content.ts";

type Row = { message: typeof message.$inferSelect; channel: ApiMessage["channel"]; customerId: string };

/** Every WhatsApp message of the business, newest first, a page at a time; what is among the staff is none. */
export async function listMessages(ctx: Context, input: MessageListInput): Promise<Page<ApiMessage>> {
  requirePermission(ctx, "messages.read");
  const { cursor, limit, phone } = messageListInput.parse(input);
  const after = cursor ? decodeCursor(cursor, momentKey) : null;
  const rows = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select({ message, channel: conversation.channel, customerId: conversation.customerId })
        .from(message)
        .innerJoin(conversation, eq(conversation.id, message.conversationId))
        .where(
          and(
            eq(message.businessId, ctx.businessId),
            eq(conversation.channel, "whatsapp"),
            notInArray(sql`${message.content}->>'kind'`, [...amongStaff]),
            phone ? eq(conversation.address, phone) : undefined,
            after ? lt(message.id, after[1]) : undefined,
          ),
        )
        .orderBy(desc(message.id))
        .limit(limit + 1),
    "listMessages",
  );
  return toPage(rows, limit, (row) => encodeCursor(row.message.createdAt.toISOString(), row.message.id), toApi);
}

function toApi({ message: row, channel, customerId }: Row): ApiMessage {
  const { id, direction, status, body, sentAt, deliveredAt, readAt, deletedAt } = row;
  return {
    ...{ id, direction, channel, status, customerId },
    body: deletedAt === null ? body : "",
    sentAt: sentAt?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    readAt: readAt?.toISOString() ?? null,
  };
}
