import { and, eq, inArray, sql } from "drizzle-orm";
import { earlyStatus, message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusinessByKey, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { advances, type MessageCarrier, type MessageStatus, rankOf } from "./schemas/channel.ts";

export interface StatusReport {
  carrier: MessageCarrier;
  providerId: string;
  status: MessageStatus;
  errorCode: string | null;
}

/** How far a message has come, and what it is called. */
export const progress = {
  id: message.id,
  conversationId: message.conversationId,
  carrier: message.carrier,
  providerId: message.providerId,
  status: message.status,
  sentAt: message.sentAt,
  deliveredAt: message.deliveredAt,
};
type MessageRow = Pick<typeof message.$inferSelect, keyof typeof progress>;

/**
 * A carrier reports how far messages have come. Reports may come twice, late, in any order and before we know a message by
 * this name: a status only ever goes forward, and an early report waits for its message.
 */
export async function advanceMessages(ctx: Context, ...reports: StatusReport[]): Promise<void> {
  const early = await forBusinessByKey(ctx, (tx) => advanceKnown(tx, ctx, reports), "advanceMessages");
  if (early.length === 0) return;
  // A message may get its name in this very moment: whoever comes second sees what the first one has done.
  await forBusinessByKey(
    ctx,
    async (tx) => {
      await oneAtATime(tx, ...early);
      const unknown = await advanceKnown(tx, ctx, early);
      if (unknown.length === 0) return;
      const values = unknown.map((report) => ({ businessId: ctx.businessId, ...report }));
      await tx.insert(earlyStatus).values(values).onConflictDoNothing();
    },
    "advanceMessages.early",
  );
}

/** Gives those about messages that nobody knows by this name. */
async function advanceKnown(tx: Tx, ctx: Context, reports: StatusReport[]): Promise<StatusReport[]> {
  const known = await lockNamed(tx, ctx, reports);
  const news = [];
  // A row was found by one of them.
  for (const row of known) news.push(...(await advanceBy(tx, row, reports.filter(isAbout(row)))));
  await publish(tx, ...news);
  return reports.filter((report) => !known.some((row) => isAbout(row)(report)));
}

/** Always in the same order: two who lock the same rows wait for each other, and never both. */
function lockNamed(tx: Tx, ctx: Context, reports: StatusReport[]): Promise<MessageRow[]> {
  return tx
    .select(progress)
    .from(message)
    .where(
      and(
        eq(message.businessId, ctx.businessId),
        inArray(message.carrier, [...new Set(reports.map(({ carrier }) => carrier))]),
        inArray(message.providerId, [...new Set(reports.map(({ providerId }) => providerId))]),
      ),
    )
    .orderBy(message.id)
    .for("update");
}

const isAbout = (row: MessageRow) => (report: StatusReport) =>
  report.carrier === row.carrier && report.providerId === row.providerId;

function advanceBy(tx: Tx, row: MessageRow, reports: StatusReport[]): Promise<LiveEvent[]> {
  const { status, errorCode } = furthest(reports);
  return advanceTo(tx, row, status, errorCode);
}

type Reported = Pick<StatusReport, "status" | "errorCode">;

/** Of several reports (there is one at least) that which says it all. */
export function furthest(reports: Reported[]): Reported {
  return reports.reduce((best, one) => (rankOf(one.status) > rankOf(best.status) ? one : best));
}

/**
 * Until the end of the transaction nobody else gives a message one of these names, or keeps an early report of it. To be called
 * before any message is locked, so that two never wait for each other.
 */
export async function oneAtATime(
  tx: Tx,
  ...names: { carrier: MessageCarrier | null; providerId: string }[]
): Promise<void> {
  const keys = names.map(({ carrier, providerId }) => `message:${carrier}:${providerId}`);
  await tx.execute(sql`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(name, 0) as key from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) name
      order by 1) keys`);
}

/**
 * Takes a message (locked by the caller) forward, with what else became known of it; gives what is to be published, and
 * changes nothing when it is further already.
 */
export async function advanceTo(
  tx: Tx,
  row: Pick<MessageRow, "id" | "conversationId" | "status" | "sentAt" | "deliveredAt">,
  status: MessageStatus,
  errorCode: string | null,
  named: Partial<Pick<typeof message.$inferSelect, "providerId" | "sendingSince" | "sentAt">> = {},
): Promise<LiveEvent[]> {
  if (!advances(row.status, status)) return [];
  const now = new Date();
  const delivered = status === "delivered" || status === "read";
  const left = delivered || status === "sent" || status === "undelivered";
  await tx
    .update(message)
    .set({
      ...named,
      status,
      errorCode,
      // Who has read it has got it, whether or not that was told.
      ...(left ? { sentAt: row.sentAt ?? now } : {}),
      ...(delivered ? { deliveredAt: row.deliveredAt ?? now } : {}),
      ...(status === "read" ? { readAt: now } : {}),
    })
    .where(eq(message.id, row.id));
  return [{ type: "message.changed", conversationId: row.conversationId, messageId: row.id }];
}

/** The reports that came before their message had its name, oldest rank first; they are gone then. */
export async function takeEarlyStatuses(
  tx: Tx,
  ctx: Context,
  carrier: MessageCarrier,
  providerId: string,
): Promise<{ status: MessageStatus; errorCode: string | null }[]> {
  return tx
    .delete(earlyStatus)
    .where(
      and(
        eq(earlyStatus.businessId, ctx.businessId),
        eq(earlyStatus.carrier, carrier),
        eq(earlyStatus.providerId, providerId),
      ),
    )
    .returning({ status: earlyStatus.status, errorCode: earlyStatus.errorCode });
}
