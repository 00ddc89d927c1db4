import { and, eq, inArray, sql } from "drizzle-orm";
import { earlyStatus, message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusinessByKey, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { advances as advancesTo, type MessageCarrier, type MessageStatus, rankOf } from "./schemas/channel.ts";
import { isHeldBack } from "./schemas/delivery-errors.ts";
import { isRefusedForNow, sendAgain } from "./send-again.ts";

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
  errorCode: message.errorCode,
  sendingSince: message.sendingSince,
  sentAt: message.sentAt,
  deliveredAt: message.deliveredAt,
  readAt: message.readAt,
  attempts: message.attempts,
  marketing: message.marketing,
  author: message.author,
};
type Progress = Pick<typeof message.$inferSelect, keyof typeof progress>;

/** What became known of a message (locked by the caller). */
interface Advance {
  row: Progress;
  reported: Reported;
  /** What it is called now that it was sent; kept however far it had come. */
  named?: Pick<Progress, "providerId" | "sendingSince" | "sentAt">;
}

/**
 * A carrier reports how far messages have come. Reports may come twice, late, in any order and before we know a message by
 * this name: a status only ever goes forward, and an early report waits for its message. What the carrier refused for now
 * is queued again, without its name, so that nothing more that is told of that name is about it.
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
  // A row was found by one of them.
  const advances = known.map((row) => ({ row, reported: furthest(reports.filter(isAbout(row))) }));
  await publish(tx, ...(await advanceAll(tx, ctx, advances)));
  return reports.filter((report) => !known.some((row) => isAbout(row)(report)));
}

/** Always in the same order: two who lock the same rows wait for each other, and never both. */
function lockNamed(tx: Tx, ctx: Context, reports: StatusReport[]): Promise<Progress[]> {
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

const isAbout = (row: Progress) => (report: StatusReport) =>
  report.carrier === row.carrier && report.providerId === row.providerId;

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

/** Takes messages forward; gives what is to be published. One that is further already changes in nothing but its name. */
export async function advanceAll(tx: Tx, ctx: Context, advances: Advance[]): Promise<LiveEvent[]> {
  const after: Progress[] = [];
  const refused: Progress[] = [];
  const news: LiveEvent[] = [];
  for (const { row, reported, named } of advances) {
    const known = { ...row, ...named };
    const further = advancesTo(row.status, reported.status);
    if (further) news.push({ type: "message.changed", conversationId: row.conversationId, messageId: row.id });
    if (further && isRefusedForNow(row, reported)) refused.push(known);
    else if (further || named) after.push(further ? advanced(known, reported) : known);
  }
  await write(tx, [...after, ...refused.map(queuedAgain)]);
  await sendAgain(tx, ctx, refused);
  return news;
}

/** As it was before it was handed over. One that was withdrawn meanwhile stays so. */
function queuedAgain(row: Progress): Progress {
  const errorCode = isHeldBack(row.errorCode) ? row.errorCode : null;
  return { ...row, status: "queued", errorCode, providerId: null, sendingSince: null, sentAt: null };
}

function advanced(row: Progress, { status, errorCode }: Reported): Progress {
  const now = new Date();
  const delivered = status === "delivered" || status === "read";
  const left = delivered || status === "sent" || status === "undelivered";
  return {
    ...row,
    ...{ status, errorCode },
    // Who has read it has got it, whether or not that was told.
    ...(left ? { sentAt: row.sentAt ?? now } : {}),
    ...(delivered ? { deliveredAt: row.deliveredAt ?? now } : {}),
    ...(status === "read" ? { readAt: now } : {}),
  };
}

/** All in one way to the database: there may be hundreds a second. */
async function write(tx: Tx, rows: Progress[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update message m set status = n.status, error_code = n."errorCode", provider_id = n."providerId",
      sending_since = n."sendingSince", sent_at = n."sentAt", delivered_at = n."deliveredAt", read_at = n."readAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, status text, "errorCode" text, "providerId" text,
      "sendingSince" timestamptz, "sentAt" timestamptz, "deliveredAt" timestamptz, "readAt" timestamptz)
    where m.id = n.id`);
}

/** The reports that came before their messages had these names; they are gone then. */
export async function takeEarlyStatuses(
  tx: Tx,
  ctx: Context,
  carrier: MessageCarrier,
  providerIds: string[],
): Promise<Pick<StatusReport, "providerId" | "status" | "errorCode">[]> {
  return tx
    .delete(earlyStatus)
    .where(
      and(
        eq(earlyStatus.businessId, ctx.businessId),
        eq(earlyStatus.carrier, carrier),
        inArray(earlyStatus.providerId, providerIds),
      ),
    )
    .returning({
      providerId: earlyStatus.providerId,
      status: earlyStatus.status,
      errorCode: earlyStatus.errorCode,
    });
}

const KEPT_DAYS = 7;

/** Nothing more will be called what these reports are about. */
export async function sweepEarlyStatuses(tx: Tx): Promise<void> {
  await tx.delete(earlyStatus).where(sql`${earlyStatus.at} < now() - make_interval(days => ${KEPT_DAYS})`);
}
