import { and, eq } from "drizzle-orm";
import { task } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";

interface OnceTask {
  /** The same key again makes no second task; it brings the first one's details up to date. */
  onceKey: string;
  title: string;
  details?: string;
  customerId: string | null;
  callId?: string | null;
  conversationId?: string | null;
}

/** Opens a task for the staff on the product's own behalf, in the caller's transaction; once for each key. Gives its id. */
export async function openTaskOnce(tx: Tx, ctx: Context, { onceKey, ...values }: OnceTask): Promise<string> {
  const [made] = await tx
    .insert(task)
    .values({ businessId: ctx.businessId, source: "system", onceKey, ...values })
    .onConflictDoNothing({ target: [task.businessId, task.onceKey] })
    .returning({ id: task.id });
  if (made) {
    await publish(tx, { type: "task.changed", taskId: made.id, open: true });
    return made.id;
  }
  const sameKey = and(eq(task.businessId, ctx.businessId), eq(task.onceKey, onceKey));
  const columns = { id: task.id, doneAt: task.doneAt };
  const grown = values.details !== undefined;
  const [there] = grown
    ? await tx.update(task).set({ details: values.details, updatedAt: new Date() }).where(sameKey).returning(columns)
    : await tx.select(columns).from(task).where(sameKey);
  if (!there) throw new Error("a task that is there already was not found");
  if (grown) await publish(tx, { type: "task.changed", taskId: there.id, open: there.doneAt === null });
  return there.id;
}
