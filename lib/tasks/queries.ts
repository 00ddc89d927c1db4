import { and, desc, eq, ilike, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { call, conversation, customer, task } from "#drizzle/schema/index.ts";
import { decodeCursor, encodeCursor, momentKey, toPage } from "../db/cursor.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import type { TaskView, taskListInput } from "./schemas.ts";

const columns = { task, customerName: customer.name, customerPhone: customer.phone };
type Row = { task: typeof task.$inferSelect; customerName: string | null; customerPhone: string | null };

/** Throws NotFound when there is none in this business. */
export async function taskById(tx: Tx, taskId: string): Promise<TaskView> {
  const [row] = await tx
    .select(columns)
    .from(task)
    .leftJoin(customer, eq(customer.id, task.customerId))
    .where(and(eq(task.id, taskId), isNull(task.archivedAt)));
  if (!row) throw new NotFound("המשימה לא נמצאה");
  return toView(row);
}

/** Throws NotFound when the customer or the call that a task is about is not of this business. */
export async function refuseStrangers(
  tx: Tx,
  about: { customerId?: string | undefined; callId?: string | undefined; conversationId?: string | undefined },
) {
  if (about.customerId) {
    const [row] = await tx.select({ id: customer.id }).from(customer).where(eq(customer.id, about.customerId));
    if (!row) throw new NotFound("הלקוח לא נמצא");
  }
  if (about.callId) {
    const [row] = await tx.select({ id: call.id }).from(call).where(eq(call.id, about.callId));
    if (!row) throw new NotFound("השיחה לא נמצאה");
  }
  if (about.conversationId) {
    const [row] = await tx
      .select({ id: conversation.id })
      .from(conversation)
      .where(eq(conversation.id, about.conversationId));
    if (!row) throw new NotFound("ההתכתבות לא נמצאה");
  }
}

/** Newest first, a page at a time. */
export async function taskPage(tx: Tx, input: z.output<typeof taskListInput>) {
  const after = input.cursor ? decodeCursor(input.cursor, momentKey) : null;
  const rows = await tx
    .select(columns)
    .from(task)
    .leftJoin(customer, eq(customer.id, task.customerId))
    .where(
      and(
        isNull(task.archivedAt),
        input.state === "open" ? isNull(task.doneAt) : isNotNull(task.doneAt),
        input.customerId ? eq(task.customerId, input.customerId) : undefined,
        input.q ? or(ilike(task.title, like(input.q)), ilike(task.details, like(input.q))) : undefined,
        after ? sql`(${task.createdAt}, ${task.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(task.createdAt), desc(task.id))
    .limit(input.limit + 1);
  return toPage(rows, input.limit, (row) => encodeCursor(row.task.createdAt.toISOString(), row.task.id), toView);
}

function like(q: string): string {
  return `%${q.replace(/[\\%_]/g, "\\$&")}%`;
}

function toView({ task: row, customerName, customerPhone }: Row): TaskView {
  return {
    id: row.id,
    title: row.title,
    details: row.details,
    source: row.source,
    customerId: row.customerId,
    customerName,
    customerPhone,
    callId: row.callId,
    conversationId: row.conversationId,
    dueAt: row.dueAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
