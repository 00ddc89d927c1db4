import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { broadcast, broadcastRecipient, customer, messageTemplate, user } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { decodeCursor, encodeCursor, momentKey, toPage } from "../db/cursor.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { resultCounts } from "./recipient-queries.ts";
import type { BroadcastDetails, BroadcastView, broadcastListInput } from "./schemas/broadcast.ts";

const columns = { broadcast, template: messageTemplate, createdByName: user.name };
type Row = {
  broadcast: typeof broadcast.$inferSelect;
  template: typeof messageTemplate.$inferSelect;
  createdByName: string | null;
};

export async function broadcastPage(tx: Tx, ctx: Context, { cursor, limit }: z.output<typeof broadcastListInput>) {
  const after = cursor ? decodeCursor(cursor, momentKey) : null;
  const rows = await withParts(tx)
    .where(
      and(
        eq(broadcast.businessId, ctx.businessId),
        after
          ? sql`(${broadcast.createdAt}, ${broadcast.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(broadcast.createdAt), desc(broadcast.id))
    .limit(limit + 1);
  const waiting = await waitingIn(
    tx,
    rows.map((row) => row.broadcast.id),
  );
  const cursorOf = ({ broadcast: row }: Row) => encodeCursor(row.createdAt.toISOString(), row.id);
  return toPage(rows, limit, cursorOf, (row) => toView(row, waiting));
}

/** Throws NotFound when there is none in this business. */
export async function broadcastById(tx: Tx, broadcastId: string): Promise<BroadcastDetails> {
  const [row] = await withParts(tx).where(eq(broadcast.id, broadcastId));
  if (!row) throw new NotFound("השידור לא נמצא");
  const { body, category, buttons } = row.template;
  return {
    ...toView(row, await waitingIn(tx, [broadcastId])),
    template: { body, category, buttons },
    variables: row.broadcast.variables,
    results: await resultCounts(tx, broadcastId),
  };
}

export async function tagsOf(tx: Tx, ctx: Context): Promise<{ tag: string; count: number }[]> {
  const tag = sql<string>`unnest(${customer.tags})`.as("tag");
  const each = tx
    .select({ tag })
    .from(customer)
    .where(and(eq(customer.businessId, ctx.businessId), isNull(customer.archivedAt)))
    .as("each");
  return tx.select({ tag: each.tag, count: count() }).from(each).groupBy(each.tag).orderBy(each.tag);
}

function withParts(tx: Tx) {
  return tx
    .select(columns)
    .from(broadcast)
    .innerJoin(messageTemplate, eq(messageTemplate.id, broadcast.templateId))
    .leftJoin(user, eq(user.id, broadcast.createdById))
    .$dynamic();
}

/** Only of what still runs is anybody waiting, and only that is counted. */
async function waitingIn(tx: Tx, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: broadcastRecipient.broadcastId, waiting: count() })
    .from(broadcastRecipient)
    .where(and(inArray(broadcastRecipient.broadcastId, ids), eq(broadcastRecipient.state, "waiting")))
    .groupBy(broadcastRecipient.broadcastId);
  return new Map(rows.map(({ id, waiting }) => [id, waiting]));
}

function toView({ broadcast: row, template, createdByName }: Row, waiting: Map<string, number>): BroadcastView {
  const { id, name, audience, state, stopReason, perMinute, total } = row;
  return {
    ...{ id, name, templateName: template.name, audience, state, stopReason, perMinute, total, createdByName },
    waiting: waiting.get(id) ?? 0,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
