/** The moment after messages went: what their carrier calls them, and what it has told of them already. */
import { inArray } from "drizzle-orm";
import { message } from "#drizzle/schema/index.ts";
import { forBusinessByKey } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { OneOrMore } from "../together.ts";
import { advanceAll, furthest, oneAtATime, progress, takeEarlyStatuses } from "./advance-message.ts";
import type { ToSend } from "./take-to-send.ts";

export interface SentOne extends ToSend {
  providerId: string;
}

/** Keeps what messages of one business are called by this carrier, which has just taken them. */
export function keepSent(these: OneOrMore<SentOne>): Promise<undefined[]> {
  const [{ ctx, carrier }] = these;
  const names = new Map(these.map(({ messageId, providerId }) => [messageId, providerId]));
  return forBusinessByKey(ctx, async function keepSent(tx) {
    await oneAtATime(tx, ...these);
    const rows = await tx
      .select(progress)
      .from(message)
      .where(inArray(message.id, [...names.keys()]))
      .orderBy(message.id)
      .for("update");
    if (rows.length < names.size) throw new Error("a message that was just sent is gone");
    const early = await takeEarlyStatuses(tx, ctx, carrier, [...names.values()]);
    const now = new Date();
    const advances = rows.map((row) => {
      const providerId = names.get(row.id) ?? null;
      const reports = early.filter((report) => report.providerId === providerId);
      return {
        row,
        reported: furthest([{ status: "sent", errorCode: null }, ...reports]),
        // It may have been given up meanwhile; whose it is must be known all the same.
        named: { providerId, sendingSince: null, sentAt: row.sentAt ?? now },
      };
    });
    await publish(tx, ...(await advanceAll(tx, ctx, advances)));
    return these.map(() => undefined);
  });
}
