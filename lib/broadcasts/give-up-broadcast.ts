import { and, eq, sql } from "drizzle-orm";
import { broadcast } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { endBroadcast } from "./end-broadcast.ts";

/** Stops a broadcast that nobody advances any more: who waits is not written to. One that is over stays as it is. */
export async function giveUpBroadcast(ctx: Context, broadcastId: string): Promise<void> {
  await forBusiness(ctx, async function giveUpBroadcast(tx) {
    const [row] = await tx.select().from(broadcast).where(eq(broadcast.id, broadcastId)).for("update");
    if (row?.state === "running") await publish(tx, ...(await endBroadcast(tx, row, "trouble")));
  });
}

const FORGOTTEN_DAYS = 1;

/** Those whose job is lost: whoever did it last died, or could not even stop them. */
export async function giveUpForgottenBroadcasts(tx: Tx): Promise<void> {
  const rows = await tx
    .select()
    .from(broadcast)
    .where(
      and(eq(broadcast.state, "running"), sql`${broadcast.nextAt} < now() - make_interval(days => ${FORGOTTEN_DAYS})`),
    )
    .for("update");
  for (const row of rows) await publish(tx, ...(await endBroadcast(tx, row, "trouble")));
}
