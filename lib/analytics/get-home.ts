import { and, count, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { call, customer, task, turn } from "#drizzle/schema/index.ts";
import { listLiveCalls } from "../calls/list-live-calls.ts";
import { listPromisingCalls } from "../calls/list-promising-calls.ts";
import type { HomeView } from "../calls/schemas/views.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { addDays, localDay, startOfDay } from "../hebrew/time.ts";
import { requirePermission } from "../permissions.ts";

/** What the home page shows: who is on the line, today's numbers, how much is waiting. */
export async function getHome(ctx: Context): Promise<HomeView> {
  requirePermission(ctx, "calls.read");
  const now = new Date();
  const today = localDay(now);
  const lastWeek = addDays(today, -7);
  const live = await listLiveCalls(ctx);
  const promising = await listPromisingCalls(ctx, startOfDay(addDays(today, -1)));

  return forBusiness(ctx, async function getHome(tx) {
    const start = startOfDay(today);
    const calls = await callsBetween(tx, start, now);
    const sameDayLastWeek = await callsBetween(tx, startOfDay(lastWeek), new Date(now.getTime() - 7 * 86_400_000));
    const [newCustomers] = await tx.select({ n: count() }).from(customer).where(gte(customer.createdAt, start));
    const [openTasks] = await tx
      .select({ n: count() })
      .from(task)
      .where(and(isNull(task.doneAt), isNull(task.archivedAt)));
    const [speed] = await tx
      .select({ median: sql<number | null>`percentile_cont(0.5) within group (order by ${turn.voiceToVoiceMs})::int` })
      .from(turn)
      .innerJoin(call, sql`${call.id} = ${turn.callId}`)
      .where(gte(call.startedAt, start));
    const [unhappy] = await tx
      .select({ n: count() })
      .from(call)
      .where(and(gte(call.startedAt, start), eq(call.sentiment, "negative")));
    return {
      live,
      callsToday: calls.total,
      callsSameDayLastWeek: sameDayLastWeek.total,
      answeredShare: calls.total === 0 ? null : calls.answered / calls.total,
      newCustomersToday: newCustomers?.n ?? 0,
      voiceToVoiceMs: speed?.median ?? null,
      openTasks: openTasks?.n ?? 0,
      promising,
      negative: unhappy?.n ?? 0,
    };
  });
}

async function callsBetween(tx: Tx, from: Date, to: Date): Promise<{ total: number; answered: number }> {
  const [row] = await tx
    .select({ total: count(), answered: sql<number>`count(*) filter (where ${call.answeredAt} is not null)::int` })
    .from(call)
    .where(and(gte(call.startedAt, from), lt(call.startedAt, to)));
  return { total: row?.total ?? 0, answered: row?.answered ?? 0 };
}
