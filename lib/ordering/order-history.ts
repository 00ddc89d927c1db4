import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { auditEntry, message, user } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import type { OrderStep } from "./schemas/orders.ts";
import { orderStatus } from "./schemas/states.ts";

/** What an order went through: as it was written down when it happened. */
const written = z.object({ status: orderStatus });

/** The steps of an order, oldest first, and what became of the messages that told its customer. */
export async function historyOf(tx: Tx, orderId: string): Promise<OrderStep[]> {
  const entries = await tx
    .select({
      at: auditEntry.createdAt,
      actorKind: auditEntry.actorKind,
      after: auditEntry.after,
      staffName: user.name,
    })
    .from(auditEntry)
    .leftJoin(user, and(eq(auditEntry.actorKind, "user"), sql`${user.id}::text = ${auditEntry.actorId}`))
    .where(
      and(
        eq(auditEntry.subject, "order"),
        eq(auditEntry.subjectId, orderId),
        inArray(auditEntry.action, ["order.place", "order.move"]),
      ),
    )
    .orderBy(asc(auditEntry.createdAt), asc(auditEntry.id));
  const told = await tx
    .select({ onceKey: message.onceKey, status: message.status })
    .from(message)
    .where(
      inArray(
        message.onceKey,
        orderStatus.options.map((status) => toldKey(orderId, status)),
      ),
    );
  const toldOf = new Map(told.map(({ onceKey, status }) => [onceKey, status]));
  return entries.flatMap(({ at, actorKind, after, staffName }): OrderStep[] => {
    const step = written.safeParse(after);
    if (!step.success) return [];
    const { status } = step.data;
    const by = actorKind === "user" ? "staff" : actorKind === "writing_agent" ? "customer" : "system";
    return [{ status, at: at.toISOString(), by, staffName, told: toldOf.get(toldKey(orderId, status)) ?? null }];
  });
}

/** Under which the customer is told once that an order is this far. */
export function toldKey(orderId: string, status: string): string {
  return `order:${orderId}:${status}`;
}
