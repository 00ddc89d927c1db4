import { eq } from "drizzle-orm";
import { z } from "zod";
import { call, turn } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { Conflict, NotFound } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { keepInsight } from "./keep-insight.ts";
import { callById } from "./queries.ts";
import { type CallInsight, type InsightEdits, insightEdits, type Source } from "./schemas/insight.ts";
import type { CallDetails } from "./schemas/views.ts";

const { summary, want, facts, score, scoreReasons, sentiment, appointment } = insightEdits.shape;
/**
 * Only what was changed; null takes an edit back. The score and its reasons are put right together: a score that comes
 * without reasons has none, reasons without a score are for the one that holds, and the score takes them back with it.
 */
export const editInsightInput = z.object({
  callId: z.uuid(),
  summary: summary.nullable(),
  want: want.nullable(),
  facts: facts.nullable(),
  score: score.nullable(),
  scoreReasons: scoreReasons.nullable(),
  sentiment: sentiment.nullable(),
  appointment: appointment.nullable(),
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
    const said = await tx.select({ index: turn.index }).from(turn).where(eq(turn.callId, callId));
    const sources = new Set<Source>(said.map(({ index }) => index));
    if (row.recordingTranscript) sources.add("recording");
    const known = withKnownSources(changes, sources);
    const edits = merged(row.insightEdits, { ...known, ...scoreChanges(known, row.insight, row.insightEdits) });
    await keepInsight(tx, callId, { insight: row.insight, edits });
    await recordAudit(tx, ctx, { action: "call.insight", subjectId: callId, before: row.insightEdits, after: edits });
    await publish(tx, { type: "call.changed", callId, live: row.endedAt === null });
    return callById(tx, callId);
  });
}

type Changes = Omit<z.output<typeof editInsightInput>, "callId">;

/** What names a turn, or a recording, that is not there names none. */
function withKnownSources(changes: Changes, sources: ReadonlySet<Source>): Changes {
  const known = <T extends { turnIndex: Source }>(one: T): T =>
    sources.has(one.turnIndex) ? one : { ...one, turnIndex: null };
  const { facts, appointment } = changes;
  return {
    ...changes,
    facts: facts?.map(known) ?? facts,
    appointment: appointment?.asked ? known(appointment) : appointment,
  };
}

function scoreChanges(
  { score, scoreReasons }: Changes,
  found: CallInsight,
  before: InsightEdits,
): Pick<Changes, "score" | "scoreReasons"> {
  if (score === null) return { score, scoreReasons: null };
  if (score !== undefined) return { score, scoreReasons: scoreReasons ?? null };
  return scoreReasons ? { score: before.score ?? found.score, scoreReasons } : { scoreReasons };
}

function merged(before: InsightEdits, changes: Changes): InsightEdits {
  const changed = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const all = Object.entries({ ...before, ...changed }).filter(([, value]) => value !== null);
  return insightEdits.parse(Object.fromEntries(all));
}
