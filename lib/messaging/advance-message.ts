import { and, eq } from "drizzle-orm";
import { earlyStatus, message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusinessByKey, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { advances, type MessageCarrier, type MessageStatus } from "./schemas/channel.ts";

export interface StatusReport {
  carrier: MessageCarrier;
  providerId: string;
  status: MessageStatus;
  errorCode: string | null;
}

type MessageRow = typeof message.$inferSelect;

/**
 * A carrier reports how far a message has come. Reports may come twice, late, in any order and before we know the
 * message by this name: the status only ever goes forward, and an early report waits for its message.
 */
export async function advanceMessage(ctx: Context, report: StatusReport): Promise<void> {
  await forBusinessByKey(ctx, async function advanceMessage(tx) {
    const [row] = await tx
      .select()
      .from(message)
      .where(
        and(
          eq(message.businessId, ctx.businessId),
          eq(message.carrier, report.carrier),
          eq(message.providerId, report.providerId),
        ),
      )
      .for("update");
    if (!row) {
      await tx
        .insert(earlyStatus)
        .values({ businessId: ctx.businessId, ...report })
        .onConflictDoNothing();
      return;
    }
    await publish(tx, ...(await advanceTo(tx, row, report.status, report.errorCode)));
  });
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
  named: Partial<Pick<MessageRow, "providerId" | "sendingSince">> = {},
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
