import { eq } from "drizzle-orm";
import { call } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import { type CallInsight, effectiveInsight, type InsightEdits } from "./schemas/insight.ts";

/** Keeps both, and what follows from them to show, sort and filter by: the one place that writes these columns. */
export async function keepInsight(
  tx: Tx,
  callId: string,
  { insight, edits }: { insight: CallInsight; edits: InsightEdits },
): Promise<void> {
  const { summary, want, score, sentiment } = effectiveInsight(insight, edits);
  await tx
    .update(call)
    .set({ insight, insightEdits: edits, summary, want, score, sentiment })
    .where(eq(call.id, callId));
}
