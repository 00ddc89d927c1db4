/** What a paired phone's session asks of the messages it carries. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";
import { conversation, earlyStatus, message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { rankOf } from "./schemas/channel.ts";

/**
 * The message that the phone should send next, answers before the rest and marketing last; null when none waits. `notNow`
 * could not be sent just now: for a minute what was written to the same customer after it waits, too.
 */
export async function nextToSend(ctx: Context, notNow: readonly string[]): Promise<{ messageId: string } | null> {
  const [row] = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select({ messageId: message.id })
        .from(message)
        .where(
          and(
            eq(message.businessId, ctx.businessId),
            eq(message.carrier, "baileys"),
            inArray(message.status, ["queued", "sending"]),
            notNow.length === 0 ? undefined : notInArray(message.id, [...notNow]),
            notNow.length === 0 ? undefined : notInArray(message.conversationId, heldUpBy(tx, notNow)),
          ),
        )
        .orderBy(asc(message.marketing), sql`${message.author} = 'system'`, asc(message.id))
        .limit(1),
    "nextToSend",
  );
  return row ?? null;
}

function heldUpBy(tx: Tx, notNow: readonly string[]) {
  return tx
    .select({ id: message.conversationId })
    .from(message)
    .where(and(inArray(message.id, [...notNow]), sql`${message.createdAt} > now() - interval '1 minute'`));
}

/** Whether anything was ever written with this number, either way: a first message is asked about before. */
export async function hasWrittenWith(ctx: Context, address: string): Promise<boolean> {
  const [row] = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select({ id: message.id })
        .from(message)
        .innerJoin(conversation, eq(conversation.id, message.conversationId))
        .where(
          and(
            eq(conversation.businessId, ctx.businessId),
            eq(conversation.channel, "whatsapp"),
            eq(conversation.address, address),
            isNotNull(message.providerId),
            or(eq(message.direction, "in"), inArray(message.status, ["sent", "delivered", "read"])),
          ),
        )
        .limit(1),
    "hasWrittenWith",
  );
  return row !== undefined;
}

/** Whether somebody has reported that this message arrived, before we had written down that it was sent. */
export async function wasReported(ctx: Context, providerId: string): Promise<boolean> {
  const rows = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select({ status: earlyStatus.status })
        .from(earlyStatus)
        .where(
          and(
            eq(earlyStatus.businessId, ctx.businessId),
            eq(earlyStatus.carrier, "baileys"),
            eq(earlyStatus.providerId, providerId),
          ),
        ),
    "wasReported",
  );
  return rows.some(({ status }) => status === "sent" || rankOf(status) > rankOf("failed"));
}

/** A message as it is quoted above its answer; null when we do not know it. */
export async function quoted(ctx: Context, providerId: string): Promise<{ ours: boolean; body: string } | null> {
  const [row] = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select({ direction: message.direction, body: message.body })
        .from(message)
        .where(
          and(
            eq(message.businessId, ctx.businessId),
            eq(message.carrier, "baileys"),
            eq(message.providerId, providerId),
          ),
        ),
    "quoted",
  );
  return row ? { ours: row.direction === "out", body: row.body } : null;
}

const READ_WITHIN_HOURS = 24;
const MOST_AT_ONCE = 100;

/** What the staff have looked at since the customer was last told; told from now on. */
export async function newlyRead(ctx: Context): Promise<{ address: string; providerId: string }[]> {
  return forBusiness(ctx, async function newlyRead(tx) {
    const rows = await tx
      .select({ id: message.id, address: conversation.address, providerId: message.providerId })
      .from(message)
      .innerJoin(conversation, eq(conversation.id, message.conversationId))
      .where(
        and(
          eq(message.businessId, ctx.businessId),
          eq(message.carrier, "baileys"),
          eq(message.direction, "in"),
          isNull(message.readAt),
          isNotNull(message.providerId),
          eq(conversation.unread, 0),
          sql`${message.createdAt} > now() - make_interval(hours => ${READ_WITHIN_HOURS})`,
        ),
      )
      .orderBy(desc(message.id))
      .limit(MOST_AT_ONCE);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await tx.update(message).set({ readAt: new Date() }).where(inArray(message.id, ids));
    return rows.flatMap(({ address, providerId }) => (providerId === null ? [] : [{ address, providerId }]));
  });
}
