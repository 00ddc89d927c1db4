import { and, inArray, type SQL } from "drizzle-orm";
import { message } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";

/** Locks these messages of the outbox in the order in which those lock them who send them: neither waits for the other for ever. */
export async function lockOutbox(tx: Tx, which: SQL | undefined): Promise<void> {
  await tx
    .select({ id: message.id })
    .from(message)
    .where(and(which, inArray(message.status, ["queued", "sending"])))
    .orderBy(message.id)
    .for("update");
}
