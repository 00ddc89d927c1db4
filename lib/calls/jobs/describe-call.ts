import { and, asc, eq, isNull, notLike, or } from "drizzle-orm";
import { business, call, customer, task, turn } from "#drizzle/schema/index.ts";
import type { LanguageModel } from "#lib/providers/llm/types.ts";
import { type Context, systemContext } from "../../context.ts";
import { storable } from "../../db/storable.ts";
import { forBusiness, type Tx } from "../../db/tenant.ts";
import { ProviderFailed } from "../../errors.ts";
import { publish } from "../../events/publish.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";
import { openTaskOnce } from "../../tasks/open-task-once.ts";
import { askModel } from "../insight/ask-model.ts";
import { openPromises } from "../insight/follow-ups.ts";
import { plainExtract } from "../insight/plain-extract.ts";
import { handedOver, hasCallerWords, type ToldCall, type ToldTurn, toldTurn } from "../insight/told-call.ts";
import { keepInsight } from "../keep-insight.ts";
import type { CallInsight } from "../schemas/insight.ts";

/** About a minute of tries; then the staff rather have the plain rules' word than none. */
const MODEL_ATTEMPTS = 4;
const FOLLOW_UP = "follow-up";

/**
 * Finds out what became of a call and keeps it beside the staff's edits; what the agent promised becomes tasks, each
 * once. By the model; without one, or when it keeps failing, by plain rules. Safe to repeat. Throws ProviderFailed
 * while the model may still be tried again.
 */
export async function describeCall(
  model: LanguageModel | null,
  { businessId, callId }: JobPayload<"describe_call">,
  signal: AbortSignal,
  attempt: number,
): Promise<void> {
  const ctx = systemContext(businessId, "describe-call");
  const read = await forBusiness(ctx, (tx) => readCall(tx, callId), "readCall");
  if (!read) return;
  const { told, hasTask } = read;

  const found = storable(await understand(model, told, signal, attempt));
  const promises = openPromises(told, found.followUps, hasTask);

  await forBusiness(ctx, async function describeCall(tx) {
    const [row] = await tx.select().from(call).where(eq(call.id, callId)).for("update");
    if (!row) return;
    const followUps = [...handedOver(told), ...(await openTasks(tx, ctx, row, promises))].slice(0, 6);
    await keepInsight(tx, callId, { insight: storable({ ...found, followUps }), edits: row.insightEdits });
    await publish(tx, { type: "call.changed", callId, live: row.endedAt === null });
  });
}

async function understand(
  model: LanguageModel | null,
  told: ToldCall,
  signal: AbortSignal,
  attempt: number,
): Promise<CallInsight> {
  if (!model || !hasCallerWords(told)) return plainExtract(told);
  try {
    return await askModel(model, told, signal);
  } catch (error) {
    const mayHelp = !(error instanceof ProviderFailed) || error.retryable;
    if (signal.aborted || (mayHelp && attempt < MODEL_ATTEMPTS)) throw error;
    log().warn({ err: error }, "no model understood the call: plain rules");
    return plainExtract(told);
  }
}

async function readCall(tx: Tx, callId: string): Promise<{ told: ToldCall; hasTask: boolean } | null> {
  const [row] = await tx
    .select({ call, callerName: customer.name, name: business.name, field: business.field })
    .from(call)
    .innerJoin(business, eq(business.id, call.businessId))
    .leftJoin(customer, eq(customer.id, call.customerId))
    .where(eq(call.id, callId));
  if (!row) return null;
  const turns = await tx.select().from(turn).where(eq(turn.callId, callId)).orderBy(asc(turn.index));
  const tasks = await tx
    .select({ id: task.id })
    .from(task)
    .where(and(eq(task.callId, callId), or(isNull(task.onceKey), notLike(task.onceKey, `${FOLLOW_UP}:%`))))
    .limit(1);
  const { startedAt, recordingTranscript } = row.call;
  const told: ToldCall = {
    business: { name: row.name, field: row.field },
    startedAt,
    callerName: row.callerName,
    turns: [...turns.map(toldTurn), ...recordedTurn(recordingTranscript, (turns.at(-1)?.index ?? -1) + 1)],
  };
  return { told, hasTask: tasks.length > 0 };
}

function recordedTurn(text: string | null, index: number): ToldTurn[] {
  return text ? [{ index, speaker: "caller", text, tools: [], recorded: true }] : [];
}

/** The promises with their tasks. The same one of the same sentence is one task, also when a later run words it anew. */
async function openTasks(
  tx: Tx,
  ctx: Context,
  { id: callId, customerId }: typeof call.$inferSelect,
  promises: CallInsight["followUps"],
): Promise<CallInsight["followUps"]> {
  const opened: CallInsight["followUps"] = [];
  for (const [at, { title, turnIndex }] of promises.entries()) {
    const nth = promises.slice(0, at).filter((other) => other.turnIndex === turnIndex).length;
    const onceKey = `${FOLLOW_UP}:${callId}:${turnIndex ?? "-"}:${nth}`;
    const taskId = await openTaskOnce(tx, ctx, { onceKey, title, customerId, callId });
    opened.push({ title, turnIndex, taskId });
  }
  return opened;
}
