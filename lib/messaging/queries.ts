import { and, arrayContains, asc, desc, eq, gt, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { attachment, conversation, customer, message, user } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { decodeCursor, encodeCursor, momentKey, toPage } from "../db/cursor.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { whatsappProviderOf } from "../whatsapp/provider-of.ts";
import type { MessageCarrier } from "./schemas/channel.ts";
import { quotedOf } from "./schemas/quoted-of.ts";
import type {
  ConversationView,
  conversationListInput,
  MessageView,
  QuotedMessage,
  threadInput,
} from "./schemas/views.ts";
import { searchCondition } from "./search.ts";
import { isWindowOpen, windowUntil } from "./window.ts";

type ConversationRow = typeof conversation.$inferSelect;
type MessageRow = typeof message.$inferSelect;
type ListInput = z.output<typeof conversationListInput>;

const columns = { conversation, customerName: customer.name, assigneeName: user.name };
type Row = { conversation: ConversationRow; customerName: string | null; assigneeName: string | null };

/** Conversations with the newest words first, a page at a time. */
export async function conversationPage(tx: Tx, ctx: Context, input: ListInput) {
  const after = input.cursor ? decodeCursor(input.cursor, momentKey) : null;
  const searched = await searchCondition(tx, input.q);
  const rows = await tx
    .select(columns)
    .from(conversation)
    .innerJoin(customer, eq(customer.id, conversation.customerId))
    .leftJoin(user, eq(user.id, conversation.assigneeId))
    .where(
      and(
        eq(conversation.businessId, ctx.businessId),
        matches(ctx, input.filter),
        input.tag ? arrayContains(conversation.tags, [input.tag]) : undefined,
        searched,
        after
          ? sql`(${conversation.lastMessageAt}, ${conversation.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(conversation.lastMessageAt), desc(conversation.id))
    .limit(input.limit + 1);
  const cursorOf = ({ conversation: row }: Row) => encodeCursor(row.lastMessageAt.toISOString(), row.id);
  const carrier = await whatsappProviderOf(tx, ctx);
  return toPage(rows, input.limit, cursorOf, (row) => toView(row, carrier));
}

function matches(ctx: Context, filter: ListInput["filter"]): SQL | undefined {
  const open = eq(conversation.state, "open");
  switch (filter) {
    case "open":
      return open;
    case "unread":
      return and(open, gt(conversation.unread, 0));
    case "mine":
      return and(open, ctx.actor.kind === "user" ? eq(conversation.assigneeId, ctx.actor.userId) : sql`false`);
    case "unassigned":
      return and(open, isNull(conversation.assigneeId));
    case "bot":
    case "human":
      return and(open, eq(conversation.mode, filter));
    case "snoozed":
    case "closed":
      return eq(conversation.state, filter);
    default:
      return filter satisfies never;
  }
}

/** Throws NotFound when there is none in this business. */
export async function conversationById(tx: Tx, ctx: Context, conversationId: string): Promise<ConversationView> {
  const [row] = await tx
    .select(columns)
    .from(conversation)
    .innerJoin(customer, eq(customer.id, conversation.customerId))
    .leftJoin(user, eq(user.id, conversation.assigneeId))
    .where(eq(conversation.id, conversationId));
  if (!row) throw new NotFound("ההתכתבות לא נמצאה");
  return toView(row, await whatsappProviderOf(tx, ctx));
}

/** A conversation's messages and notes, newest first, a page at a time. */
export async function threadPage(tx: Tx, { conversationId, cursor, limit }: z.output<typeof threadInput>) {
  const before = cursor ? decodeCursor(cursor, momentKey)[1] : null;
  const rows = await newestMessages(tx, { conversationId, before, limit: limit + 1, withEvents: false });
  const view = await messageViews(tx, rows.slice(0, limit));
  return toPage(rows, limit, ({ message: row }) => encodeCursor(row.createdAt.toISOString(), row.id), view);
}

export interface ThreadRow {
  message: MessageRow;
  authorName: string | null;
}

/** The newest messages of a conversation, or those before a message, newest first. */
export async function newestMessages(
  tx: Tx,
  asked: { conversationId: string; before: string | null; limit: number; withEvents: boolean },
): Promise<ThreadRow[]> {
  return tx
    .select({ message, authorName: user.name })
    .from(message)
    .leftJoin(user, eq(user.id, message.authorId))
    .where(
      and(
        eq(message.conversationId, asked.conversationId),
        asked.before === null ? undefined : lt(message.id, asked.before),
        asked.withEvents ? undefined : sql`${message.content}->>'kind' <> 'event'`,
      ),
    )
    .orderBy(desc(message.id))
    .limit(asked.limit);
}

/** Whether nothing was said in its conversation since then. */
export async function isNewest(tx: Tx, { id, conversationId }: MessageRow): Promise<boolean> {
  const [newest] = await newestMessages(tx, { conversationId, before: null, limit: 1, withEvents: false });
  return newest?.message.id === id;
}

/** How these messages are shown, with what is attached to them and what they answer. */
export async function messageViews(
  tx: Tx,
  rows: readonly { message: MessageRow }[],
): Promise<(row: ThreadRow) => MessageView> {
  const answeredIds = [...new Set(rows.flatMap(({ message: { replyToId } }) => replyToId ?? []))];
  const answered =
    answeredIds.length === 0 ? [] : await tx.select().from(message).where(inArray(message.id, answeredIds));
  const ids = [...new Set([...rows.map((row) => row.message.id), ...answeredIds])];
  const files =
    ids.length === 0
      ? []
      : await tx.select().from(attachment).where(inArray(attachment.messageId, ids)).orderBy(asc(attachment.position));
  return ({ message: row, authorName }) => {
    const quoted = answered.find(({ id }) => id === row.replyToId);
    const view = quoted && toMessageView(quoted, { authorName: null, files, quoted: null });
    return toMessageView(row, { authorName, files, quoted: view ? quotedOf(view) : null });
  };
}

/** How many conversations have something that nobody has looked at. */
export async function unreadCount(tx: Tx, ctx: Context): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(conversation)
    .where(
      and(eq(conversation.businessId, ctx.businessId), gt(conversation.unread, 0), eq(conversation.state, "open")),
    );
  return row?.count ?? 0;
}

function toView({ conversation: row, customerName, assigneeName }: Row, carrier: MessageCarrier): ConversationView {
  const { id, channel, customerId, address, state, mode, handover, assigneeId, tags, unread, lastText, lastDirection } =
    row;
  return {
    ...{
      id,
      channel,
      customerId,
      customerName,
      phone: address,
      state,
      mode,
      handover,
      assigneeId,
      assigneeName,
      tags,
      unread,
    },
    ...{ lastText, lastDirection },
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    lastMessageAt: row.lastMessageAt.toISOString(),
    windowOpen: isWindowOpen(row, carrier),
    windowUntil: windowUntil(row, carrier)?.toISOString() ?? null,
    quotes: channel === "whatsapp" && carrier === "baileys",
  };
}

type FileRow = typeof attachment.$inferSelect;

interface Around {
  authorName: string | null;
  files: FileRow[];
  quoted: QuotedMessage | null;
}

function toMessageView(row: MessageRow, { authorName, files, quoted }: Around): MessageView {
  const { id, direction, author, content, replyToId, reactions, status, errorCode } = row;
  const deleted = row.deletedAt !== null;
  return {
    ...{ id, direction, author, authorName, content, replyToId, quoted, reactions, status, errorCode, deleted },
    edited: row.editedAt !== null && !deleted,
    body: deleted ? "" : row.body,
    transcript: deleted ? null : row.transcript,
    attachments: files
      .filter((file) => file.messageId === id && !deleted)
      .map(({ id: fileId, kind, state, reason, contentType, fileName, sizeBytes }) => ({
        ...{ id: fileId, kind, state, reason, contentType, fileName, sizeBytes },
      })),
    createdAt: row.createdAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    readAt: row.readAt?.toISOString() ?? null,
  };
}
