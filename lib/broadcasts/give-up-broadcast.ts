import { eq } from "drizzle-orm";
import { broadcast } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { endBroadcast } from "./end-broadcast.ts";

/** Stops a broadcast that nobody advances any more: who waits is not written to. One that is over stays as it is. */
export async function giveUpBroadcast(ctx: Context, broadcastId: string): Promise<void> {
  await forBusiness(ctx, async function giveUpBroadcast(tx) {
    const [row] = await tx.select().from(broadcast).where(eq(broadcast.id, broadcastId)).for("update");
    if (row?.state === "running") await publish(tx, ...(await endBroadcast(tx, row, "trouble")));
  });
}
