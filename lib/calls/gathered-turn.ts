/** One turn of a conversation without a stream, as it is kept: what the caller said first, then what was answered. */
import { and, asc, eq, gte, sql } from "drizzle-orm";
import { business, call, gatherAnswer, task } from "#drizzle/schema/index.ts";
import { withoutStream } from "../businesses/phrases.ts";
import { type Context, systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { addTurn } from "./add-turn.ts";
import { asStep, say, type Thought } from "./gather-rung.ts";
import { type HeldCall, heldCall } from "./held-call.ts";
import type { NextStep } from "./next-step.ts";
import { giveUpListening, taskToRingBack } from "./record-rung.ts";
import { type SaidBefore, toSaid, turnsOf } from "./said-before.ts";
import type { GatheredAnswer } from "./schemas/gathered.ts";

/** Nothing heard is asked again so often. */
const ASKED_AGAIN = 1;

export interface Gathered {
  callSid: string;
  /** What the caller said or pressed, as it reads in the record; empty when nothing could be made out. */
  text: string;
  /** 0..1; 0 when it is doubtful whether it was said: then the caller is asked again. Null for keys, and when unknown. */
  confidence: number | null;
  /** The key that asks for a person was pressed. */
  wantsPerson: boolean;
  /** The network's name for the request: its repeats carry the same. */
  onceKey: string;
  requestId: string | null;
}

/** A turn that waits for its answer, with all that the brain needs to know. */
export interface OpenTurn {
  ctx: Context;
  onceKey: string;
  callId: string;
  business: typeof business.$inferSelect;
  caller: { customerId: string | null; name: string | null; phone: string | null };
  history: SaidBefore[];
}

export type OpenedTurn =
  | { kind: "next"; step: NextStep }
  | { kind: "think"; turn: OpenTurn }
  /** The same request was begun before: it is answered, or being answered elsewhere, or whoever began it has died. */
  | { kind: "repeat"; ctx: Context; callId: string };

/** Keeps what the caller said, once, before anybody thinks about it. What was not heard is answered here. */
export async function openGatheredTurn(gathered: Gathered): Promise<OpenedTurn> {
  const { callSid, text, confidence, onceKey, requestId } = gathered;
  const businessId = await businessByCall(callSid);
  if (!businessId) return { kind: "next", step: { kind: "hang_up" } };

  return forBusiness(systemContext(businessId, "gather", requestId), async function openGatheredTurn(tx) {
    const found = await heldCall(tx, eq(call.callSid, callSid));
    if (!found || found.call.endedAt !== null) return { kind: "next", step: { kind: "hang_up" } };
    const { call: row } = found;
    const ctx: Context = { businessId, actor: { kind: "agent", callId: row.id }, role: null, requestId };
    const [first] = await tx
      .insert(gatherAnswer)
      .values({ businessId, callId: row.id, onceKey, thinkingAt: sql`clock_timestamp()` })
      .onConflictDoNothing()
      .returning({ onceKey: gatherAnswer.onceKey });
    if (!first) return { kind: "repeat", ctx, callId: row.id };

    if (text !== "") await addTurn(tx, row, { speaker: "caller", text, confidence, tools: [] });
    if (text === "" || confidence === 0) return { kind: "next", step: await answerUnheard(tx, ctx, onceKey, found) };
    await tx.update(call).set({ rung: "gather", unheardGathers: 0 }).where(eq(call.id, row.id));
    return { kind: "think", turn: await openTurn(tx, ctx, onceKey, found) };
  });
}

/** A turn that was opened and never answered, to be thought about anew, knowing what was done about it before. */
export async function reopenGatheredTurn(ctx: Context, callId: string, onceKey: string): Promise<OpenTurn> {
  return forBusiness(ctx, async function reopenGatheredTurn(tx) {
    const found = await heldCall(tx, eq(call.id, callId));
    if (!found) throw new Error("a call that is answered is gone");
    const turn = await openTurn(tx, ctx, onceKey, found);
    const tools = await doneMeanwhile(tx, callId, onceKey);
    return tools.length === 0 ? turn : { ...turn, history: [...turn.history, { speaker: "agent", text: "", tools }] };
  });
}

/** Keeps what the agent answers, and what that makes of the call. Who comes second gets what the first one answered. */
export async function keepGatheredAnswer(
  { ctx, callId, onceKey }: OpenTurn,
  answer: GatheredAnswer,
  thought: Thought,
): Promise<NextStep> {
  return forBusiness(ctx, async function keepGatheredAnswer(tx): Promise<NextStep> {
    const found = await heldCall(tx, eq(call.id, callId));
    if (!found) throw new Error("a call that is answered is gone");
    const kept = await keepAnswer(tx, callId, onceKey, answer);
    if (kept !== answer) return asStep(found.call, found.business, kept);
    const step = await say(tx, found.call, found.business, answer, thought);
    const live = found.call.endedAt === null;
    if (live) await tx.update(call).set(endingOf(answer)).where(eq(call.id, callId));
    // Who has hung up meanwhile leaves no message, and is rung back.
    else if (answer.kind === "take_message") await taskToRingBack(tx, ctx, found.call);
    await publish(tx, { type: "call.changed", callId, live });
    return step;
  });
}

/** What was answered to this request before; null when it is still thought about. */
export async function keptGatheredAnswer(ctx: Context, callId: string, onceKey: string): Promise<NextStep | null> {
  return forBusiness(ctx, async function keptGatheredAnswer(tx) {
    const [row] = await tx
      .select({ call, business, answer: gatherAnswer.answer })
      .from(gatherAnswer)
      .innerJoin(call, eq(call.id, gatherAnswer.callId))
      .innerJoin(business, eq(business.id, call.businessId))
      .where(and(eq(gatherAnswer.callId, callId), eq(gatherAnswer.onceKey, onceKey)));
    return row?.answer ? asStep(row.call, row.business, row.answer) : null;
  });
}

async function answerUnheard(tx: Tx, ctx: Context, onceKey: string, found: HeldCall): Promise<NextStep> {
  const { call: row, business: settings } = found;
  const unheard = row.unheardGathers + 1;
  await tx.update(call).set({ unheardGathers: unheard }).where(eq(call.id, row.id));
  const answer: GatheredAnswer =
    unheard <= ASKED_AGAIN
      ? { kind: "ask", text: withoutStream.unheard }
      : await giveUpListening(tx, ctx, row, settings);
  await keepAnswer(tx, row.id, onceKey, answer);
  return say(tx, row, settings, answer);
}

/** Gives the answer that counts: this one, unless the request has one already. */
async function keepAnswer(tx: Tx, callId: string, onceKey: string, answer: GatheredAnswer): Promise<GatheredAnswer> {
  const request = and(eq(gatherAnswer.callId, callId), eq(gatherAnswer.onceKey, onceKey));
  const [before] = await tx.select({ answer: gatherAnswer.answer }).from(gatherAnswer).where(request);
  if (before?.answer) return before.answer;
  await tx.update(gatherAnswer).set({ answer }).where(request);
  return answer;
}

async function openTurn(tx: Tx, ctx: Context, onceKey: string, found: HeldCall): Promise<OpenTurn> {
  const { call: row, business: settings, customer } = found;
  const caller = { customerId: row.customerId, name: customer?.name ?? null, phone: row.fromNumber };
  const history = (await turnsOf(tx, row.id)).map(toSaid);
  return { ctx, onceKey, callId: row.id, business: settings, caller, history };
}

/** The tasks that whoever began this turn had opened for the staff before they died over the answer. */
async function doneMeanwhile(tx: Tx, callId: string, onceKey: string): Promise<SaidBefore["tools"]> {
  const rows = await tx
    .select({ id: task.id, title: task.title, details: task.details })
    .from(task)
    .innerJoin(gatherAnswer, and(eq(gatherAnswer.callId, task.callId), gte(task.createdAt, gatherAnswer.createdAt)))
    .where(and(eq(task.callId, callId), eq(task.source, "agent"), eq(gatherAnswer.onceKey, onceKey)))
    .orderBy(asc(task.id));
  return rows.map(({ id, title, details }) => ({
    ...{ name: "open_task", input: { title, details }, tookMs: 0 },
    output: { ok: true, task_id: id },
  }));
}

function endingOf(answer: GatheredAnswer): Partial<typeof call.$inferInsert> {
  switch (answer.kind) {
    case "ask":
      return { ending: null, endingDetail: null };
    case "take_message":
      // Who leaves none either is rung back all the same.
      return { rung: "record", ending: "stream_failed", endingDetail: null };
    case "goodbye":
      return { ending: "agent_said_goodbye", endingDetail: null };
    case "transfer":
      return { ending: "transferred", endingDetail: answer.to };
    default:
      return answer satisfies never;
  }
}
