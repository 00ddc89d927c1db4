import { and, eq, isNotNull } from "drizzle-orm";
import { broadcast, broadcastRecipient } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { withdrawMessages } from "../messaging/withdraw-messages.ts";
import { requirePermission } from "../permissions.ts";
import { endBroadcast } from "./end-broadcast.ts";
import { broadcastById } from "./queries.ts";
import type { BroadcastDetails } from "./schemas/broadcast.ts";

/**
 * Stops a broadcast at once: who waits is not written to, and what is queued and not handed over is withdrawn, also when
 * everybody's turn had come already. What the carrier has cannot be taken back. Throws NotFound.
 */
export async function stopBroadcast(ctx: Context, broadcastId: string): Promise<BroadcastDetails> {
  requirePermission(ctx, "broadcasts.write");

  return forBusiness(ctx, async function stopBroadcast(tx) {
    const [row] = await tx.select().from(broadcast).where(eq(broadcast.id, broadcastId)).for("update");
    if (!row) throw new NotFound("השידור לא נמצא");
    if (row.state === "stopped") return broadcastById(tx, broadcastId);
    const queued = tx
      .select({ id: broadcastRecipient.messageId })
      .from(broadcastRecipient)
      .where(and(eq(broadcastRecipient.broadcastId, broadcastId), isNotNull(broadcastRecipient.messageId)));
    await withdrawMessages(tx, queued, "stopped");
    const news = await endBroadcast(tx, row, "person");
    const [before, after] = [{ state: row.state }, { state: "stopped" }];
    await recordAudit(tx, ctx, { action: "broadcast.stop", subjectId: broadcastId, before, after });
    await publish(tx, ...news);
    return broadcastById(tx, broadcastId);
  });
}
