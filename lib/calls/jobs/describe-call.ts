import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, isNull, notLike, or } from "drizzle-orm";
import { business, call, customer, task, turn } from "#drizzle/schema/index.ts";
import type { LanguageModel } from "#lib/providers/llm/types.ts";
import { type Context, systemContext } from "../../context.ts";
import { storable } from "../../db/storable.ts";
import { forBusiness, type Tx } from "../../db/tenant.ts";
import { ProviderFailed } from "../../errors.ts";
import { publish } from "../../events/publish.ts";
import { normalizeForSearch } from "../../hebrew/normalize.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";
import { openTaskOnce } from "../../tasks/open-task-once.ts";
import { askModel } from "../insight/ask-model.ts";
import { type OpenedTask, openPromises, withEarlier } from "../insight/follow-ups.ts";
import { plainExtract } from "../insight/plain-extract.ts";
import {
  type HandedOver,
  handedOver,
  hasCallerWords,
  type ToldCall,
  type ToldTurn,
  toldTurn,
} from "../insight/told-call.ts";
import { keepInsight } from "../keep-insight.ts";
import type { CallInsight } from "../schemas/insight.ts";

/** About a minute of tries; then the staff rather have the plain rules' word than none. */
const MODEL_ATTEMPTS = 4;
const FOLLOW_UP = "follow-up";

type FollowUp = CallInsight["followUps"][number];

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
  const { told, tasks } = read;

  const found = storable(await understand(model, told, signal, attempt));
  const handed = handedOver(told);
  const promises = openPromises(found.followUps, [...tasks, ...handed.map(asOpened)]);

  await forBusiness(ctx, async function describeCall(tx) {
    const [row] = await tx.select().from(call).where(eq(call.id, callId)).for("update");
    // Said or written down meanwhile: the job that came with it knows more (lib/calls/describe-later.ts).
    const now = row && (await readCall(tx, callId));
    if (!now || !isDeepStrictEqual(now.told.turns, told.turns)) return;
    const isHanded = ({ title, turnIndex }: FollowUp) =>
      handed.some((one) => one.title === title && one.turnIndex === turnIndex);
    const earlier = (row.insight?.followUps ?? []).filter((one) => !isHanded(one));
    const followUps = [...handed, ...(await openTasks(tx, ctx, row, withEarlier(promises, earlier)))].slice(0, 6);
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

/** A task that the agent opened, as it put it: the staff may have changed its words since. */
function asOpened({ title }: HandedOver): OpenedTask {
  return { title, details: "", onceKey: null };
}

async function readCall(tx: Tx, callId: string): Promise<{ told: ToldCall; tasks: OpenedTask[] } | null> {
  const [row] = await tx
    .select({ call, callerName: customer.name, name: business.name, field: business.field })
    .from(call)
    .innerJoin(business, eq(business.id, call.businessId))
    .leftJoin(customer, eq(customer.id, call.customerId))
    .where(eq(call.id, callId));
  if (!row) return null;
  const turns = await tx.select().from(turn).where(eq(turn.callId, callId)).orderBy(asc(turn.index));
  const tasks = await tx
    .select({ title: task.title, details: task.details, onceKey: task.onceKey })
    .from(task)
    .where(and(eq(task.callId, callId), or(isNull(task.onceKey), notLike(task.onceKey, `${FOLLOW_UP}:%`))));
  const { startedAt, recordingTranscript } = row.call;
  const told: ToldCall = {
    business: { name: row.name, field: row.field },
    startedAt,
    callerName: row.callerName,
    turns: [...turns.map(toldTurn), ...recordedTurn(recordingTranscript, (turns.at(-1)?.index ?? -1) + 1)],
  };
  return { told, tasks };
}

function recordedTurn(text: string | null, index: number): ToldTurn[] {
  return text ? [{ index, speaker: "caller", text, tools: [], recorded: true }] : [];
}

/** The promises with their tasks: the one that an earlier run opened, or else a new one, once for the same words. */
async function openTasks(
  tx: Tx,
  ctx: Context,
  { id: callId, customerId }: typeof call.$inferSelect,
  promises: ReturnType<typeof withEarlier>,
): Promise<FollowUp[]> {
  const opened: FollowUp[] = [];
  for (const { promise, before } of promises) {
    const { title, turnIndex } = promise;
    const onceKey = `${FOLLOW_UP}:${callId}:${normalizeForSearch(title)}`;
    const taskId = before ? before.taskId : await openTaskOnce(tx, ctx, { onceKey, title, customerId, callId });
    if (!taskId || !opened.some((one) => one.taskId === taskId)) opened.push({ title, turnIndex, taskId });
  }
  return opened;
}
