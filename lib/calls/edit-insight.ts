import { eq } from "drizzle-orm";
import { z } from "zod";
import { call } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { Conflict, NotFound } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { keepInsight } from "./keep-insight.ts";
import { callById } from "./queries.ts";
import { type InsightEdits, insightEdits } from "./schemas/insight.ts";
import type { CallDetails } from "./schemas/views.ts";

const { summary, want, facts, score, sentiment } = insightEdits.shape;
/** Only what was changed; null takes an edit back. */
export const editInsightInput = z.object({
  callId: z.uuid(),
  summary: summary.nullable(),
  want: want.nullable(),
  facts: facts.nullable(),
  score: score.nullable(),
  sentiment: sentiment.nullable(),
});

/**
 * The staff put right what was found out about a call. Throws NotFound, also for another business's call, and Conflict
 * before anything was found out.
 */
export async function editInsight(ctx: Context, input: z.input<typeof editInsightInput>): Promise<CallDetails> {
  requirePermission(ctx, "calls.write");
  const { callId, ...changes } = editInsightInput.parse(input);

  return forBusiness(ctx, async function editInsight(tx) {
    const [row] = await tx.select().from(call).where(eq(call.id, callId)).for("update");
    if (!row) throw new NotFound("השיחה לא נמצאה");
    if (!row.insight) throw new Conflict("הסיכום של השיחה עוד לא נכתב");
    const edits = merged(row.insightEdits, changes);
    await keepInsight(tx, callId, { insight: row.insight, edits });
    await recordAudit(tx, ctx, { action: "call.insight", subjectId: callId, before: row.insightEdits, after: edits });
    await publish(tx, { type: "call.changed", callId, live: row.endedAt === null });
    return callById(tx, callId);
  });
}

type Changes = Omit<z.output<typeof editInsightInput>, "callId">;

function merged(before: InsightEdits, changes: Changes): InsightEdits {
  const all = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null && value !== undefined);
  return insightEdits.parse(Object.fromEntries(all));
}
