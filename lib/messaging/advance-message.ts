import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
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
  await forBusinessByKey(ctx, async function advanceMessages(tx) {
    const known = await lockNamed(tx, ctx, reports);
    const news = [];
    // A row was found by one of them.
    for (const row of known) news.push(...(await advanceBy(tx, row, reports.filter(isAbout(row)))));
    const early = reports.filter((report) => !known.some((row) => isAbout(row)(report)));
    for (const report of early) news.push(...(await keepEarly(tx, ctx, report)));
    await publish(tx, ...news);
  });
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

/** The message may get its name in this very moment: whoever comes second sees what the first one has done. */
async function keepEarly(tx: Tx, ctx: Context, report: StatusReport): Promise<LiveEvent[]> {
  await tx.execute(sql`select ${oneAtATime(report)}`);
  const [row] = await lockNamed(tx, ctx, [report]);
  if (row) return advanceBy(tx, row, [report]);
  await tx
    .insert(earlyStatus)
    .values({ businessId: ctx.businessId, ...report })
    .onConflictDoNothing();
  return [];
}

/** Until the end of the transaction nobody else gives a message this name, or keeps an early report of it. */
export function oneAtATime({ carrier, providerId }: { carrier: MessageCarrier | null; providerId: string }): SQL {
  return sql`pg_advisory_xact_lock(hashtextextended(${`message:${carrier}:${providerId}`}, 0))`;
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
  named: Partial<Pick<typeof message.$inferSelect, "providerId" | "sendingSince">> = {},
): Promise<LiveEvent[]> {
  if (!advances(row.status, status)) return [];
  const now = new Date();
  const delivered = status === "delivered" || status === "read";
  await tx
    .update(message)
    .set({
      ...named,
      status,
      errorCode,
      // Who has read it has got it, whether or not that was told.
      ...(status === "sent" || delivered ? { sentAt: row.sentAt ?? now } : {}),
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
