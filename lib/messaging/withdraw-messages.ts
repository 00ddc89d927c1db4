import { and, eq, inArray, type SQLWrapper } from "drizzle-orm";
import { message } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import { lockOutbox } from "./lock-outbox.ts";
import type { HeldBackCode } from "./schemas/delivery-errors.ts";

/**
 * Takes messages back that are still in the outbox. One that somebody began to hand over is marked: when that comes to
 * nothing, it is not tried again. What the carrier has already taken stays. `ids`: a list or a query of them.
 */
export async function withdrawMessages(tx: Tx, ids: string[] | SQLWrapper, code: HeldBackCode): Promise<void> {
  await lockOutbox(tx, inArray(message.id, ids));
  await tx
    .update(message)
    .set({ status: "failed", errorCode: code })
    .where(and(inArray(message.id, ids), eq(message.status, "queued")));
  await tx
    .update(message)
    .set({ errorCode: code })
    .where(and(inArray(message.id, ids), eq(message.status, "sending")));
}
