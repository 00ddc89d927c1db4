import { and, eq } from "drizzle-orm";
import { broadcast, broadcastRecipient } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { advanceLater } from "./advance-later.ts";
import { type Planned, planned, requireTemplates } from "./planned.ts";
import { broadcastById } from "./queries.ts";
import { type BroadcastDetails, type CreateBroadcastInput, createBroadcastInput } from "./schemas/broadcast.ts";

const KEPT_AT_ONCE = 1_000;

/**
 * Begins a broadcast: everybody it is for is written down, once, with whom it does not go to and why, and the first of
 * them are queued by a job. The same `onceKey` again is the same broadcast. Throws RuleBroken when it reaches nobody, and
 * as `planned`.
 */
export async function createBroadcast(ctx: Context, input: CreateBroadcastInput): Promise<BroadcastDetails> {
  requirePermission(ctx, "broadcasts.write");
  const asked = createBroadcastInput.parse(input);
  await requireTemplates(ctx);

  return forBusiness(ctx, async function createBroadcast(tx) {
    const plan = await planned(tx, ctx, asked);
    const reached = plan.recipients.filter(({ skip }) => skip === null).length;
    if (reached === 0) throw new RuleBroken("אין בקהל הזה אף אחד שאפשר לשלוח אליו");
    const { name, perMinute, audience, onceKey = null } = asked;
    const [made] = await tx
      .insert(broadcast)
      .values({
        ...{ businessId: ctx.businessId, name, perMinute, onceKey, templateId: plan.template.id },
        variables: plan.values,
        audience: audience.kind === "tag" ? audience : { kind: "list" },
        total: plan.recipients.length,
        createdById: ctx.actor.kind === "user" ? ctx.actor.userId : null,
      })
      .onConflictDoNothing({ target: [broadcast.businessId, broadcast.onceKey] })
      .returning({ id: broadcast.id });
    if (!made) return broadcastById(tx, await sameAs(tx, ctx, onceKey));
    await keepRecipients(tx, ctx, made.id, plan);
    await advanceLater(tx, ctx, made.id, new Date());
    const after = { name, template: plan.template.name, total: plan.recipients.length, reached };
    await recordAudit(tx, ctx, { action: "broadcast.create", subjectId: made.id, after });
    await publish(tx, { type: "broadcast.changed", broadcastId: made.id });
    return broadcastById(tx, made.id);
  });
}

async function sameAs(tx: Tx, ctx: Context, onceKey: string | null): Promise<string> {
  const [known] = await tx
    .select({ id: broadcast.id })
    .from(broadcast)
    .where(and(eq(broadcast.businessId, ctx.businessId), eq(broadcast.onceKey, onceKey ?? "")));
  if (!known) throw new Error("a broadcast's key is taken, but not to be seen");
  return known.id;
}

async function keepRecipients(tx: Tx, ctx: Context, broadcastId: string, { recipients }: Planned): Promise<void> {
  for (let start = 0; start < recipients.length; start += KEPT_AT_ONCE) {
    await tx.insert(broadcastRecipient).values(
      recipients.slice(start, start + KEPT_AT_ONCE).map(({ phone, customerId, skip }) => ({
        ...{ businessId: ctx.businessId, broadcastId, phone, customerId, skipReason: skip },
        state: skip === null ? ("waiting" as const) : ("skipped" as const),
      })),
    );
  }
}
