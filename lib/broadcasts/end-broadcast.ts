import { and, eq } from "drizzle-orm";
import { broadcast, broadcastRecipient } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";
import type { StopReason } from "./schemas/states.ts";

/** A broadcast (its row locked by the caller) is over: everybody's turn has come, or it was stopped before. */
export async function endBroadcast(
  tx: Tx,
  { id }: Pick<typeof broadcast.$inferSelect, "id">,
  stopReason: StopReason | null,
): Promise<LiveEvent[]> {
  if (stopReason !== null)
    await tx
      .update(broadcastRecipient)
      .set({ state: "skipped", skipReason: "stopped" })
      .where(and(eq(broadcastRecipient.broadcastId, id), eq(broadcastRecipient.state, "waiting")));
  await tx
    .update(broadcast)
    .set({ state: stopReason === null ? "done" : "stopped", stopReason, endedAt: new Date() })
    .where(eq(broadcast.id, id));
  return [{ type: "broadcast.changed", broadcastId: id }];
}
