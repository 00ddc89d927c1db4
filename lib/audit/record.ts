import { auditEntry } from "#drizzle/schema/index.ts";
import type { Actor, Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";

interface Change {
  /** What was done, as `subject.verb`: "task.complete". */
  action: string;
  subjectId: string;
  before?: unknown;
  after?: unknown;
}

/** Keeps who did what to which row, in the caller's own transaction. Entries are never changed or deleted. */
export async function recordAudit(tx: Tx, ctx: Context, change: Change): Promise<void> {
  await tx.insert(auditEntry).values({
    businessId: ctx.businessId,
    action: change.action,
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    subject: change.action.split(".")[0] ?? change.action,
    subjectId: change.subjectId,
    before: change.before ?? null,
    after: change.after ?? null,
    requestId: ctx.requestId,
  });
}

function actorId(actor: Actor): string {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "agent":
      return actor.callId;
    case "writing_agent":
      return actor.conversationId;
    case "provider":
    case "system":
      return actor.name;
    default:
      return actor satisfies never;
  }
}
