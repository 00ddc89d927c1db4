import { and, asc, desc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { call, customer, task, turn } from "#drizzle/schema/index.ts";
import { decodeCursor, encodeCursor, integerKey, momentKey, toPage } from "../db/cursor.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { addDays, startOfDay } from "../hebrew/time.ts";
import { viewedInsight } from "./schemas/insight.ts";
import type { CallDetails, CallView, callListInput, TurnView } from "./schemas/views.ts";
import { searchCondition } from "./search.ts";

export type CallFilter = z.output<typeof callListInput>;
type CallRow = typeof call.$inferSelect;

// The caller's last words while the call goes on, their first ones afterwards: what the call is about.
const excerpt = sql<string | null>`(
  select t.text from ${turn} t where t.call_id = ${call.id} and t.speaker = 'caller' and t.text <> ''
  order by case when ${call.endedAt} is null then -t.index else t.index end limit 1)`;

const columns = { call, customerName: customer.name, excerpt };
type Row = { call: CallRow; customerName: string | null; excerpt: string | null };

interface Sort {
  column: SQL | PgColumn;
  type: SQL;
  key: z.ZodType<string | number>;
  of: (row: CallRow) => string | number;
}
const byStart: Sort = {
  column: call.startedAt,
  type: sql`timestamptz`,
  key: momentKey,
  of: (row) => row.startedAt.toISOString(),
};
const byDuration: Sort = { column: call.durationS, type: sql`int`, key: integerKey, of: (row) => row.durationS };
// Calls that nobody has judged are below the worst.
const byScore: Sort = {
  column: sql`coalesce(${call.score}, -1)`,
  type: sql`int`,
  key: integerKey,
  of: (row) => row.score ?? -1,
};

/** One page of calls, newest first unless asked otherwise; every sort has its index. */
export async function callPage(tx: Tx, filter: CallFilter) {
  const sort = sortOf(filter.sort);
  const [direction, beyond] = filter.sort.startsWith("-") ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const after = filter.cursor ? decodeCursor(filter.cursor, sort.key) : null;
  const searched = await searchCondition(tx, filter.q);
  const rows = await tx
    .select(columns)
    .from(call)
    .leftJoin(customer, eq(customer.id, call.customerId))
    .where(
      and(
        matches(filter),
        searched,
        after ? sql`(${sort.column}, ${call.id}) ${beyond} (${after[0]}::${sort.type}, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(sql`${sort.column} ${direction}`, sql`${call.id} ${direction}`)
    .limit(filter.limit + 1);
  return toPage(rows, filter.limit, ({ call: row }) => encodeCursor(sort.of(row), row.id), toView);
}

/** The best of the calls since a moment: those with at least that score, best first. */
export async function bestCalls(tx: Tx, since: Date, minScore: number, limit: number): Promise<CallView[]> {
  const rows = await tx
    .select(columns)
    .from(call)
    .leftJoin(customer, eq(customer.id, call.customerId))
    .where(and(gte(call.startedAt, since), gte(call.score, minScore)))
    .orderBy(desc(call.score), desc(call.startedAt))
    .limit(limit);
  return rows.map(toView);
}

/** Throws NotFound when there is none in this business. */
export async function callById(tx: Tx, callId: string): Promise<CallDetails> {
  const [row] = await tx
    .select(columns)
    .from(call)
    .leftJoin(customer, eq(customer.id, call.customerId))
    .where(eq(call.id, callId));
  if (!row) throw new NotFound("השיחה לא נמצאה");
  const turns = await tx.select().from(turn).where(eq(turn.callId, callId)).orderBy(asc(turn.index));
  const rows = await tx
    .select({ id: task.id, title: task.title, doneAt: task.doneAt })
    .from(task)
    .where(and(eq(task.callId, callId), isNull(task.archivedAt)))
    .orderBy(asc(task.createdAt));
  const tasks = rows.map(({ id, title, doneAt }) => ({ id, title, done: doneAt !== null }));
  return {
    ...toView(row),
    // One that would break again is counted as if it had (close-stream.ts); none breaks that was never opened.
    streamFailures: Math.min(row.call.streamFailures, row.call.streamsOpened),
    streamCuts: row.call.streamCuts,
    rung: row.call.rung,
    insight: row.call.insight && viewedInsight(row.call.insight, row.call.insightEdits, tasks),
    turns: turns.map(toTurnView),
    tasks,
  };
}

/** The calls that go on now, oldest first. */
export async function liveCalls(tx: Tx): Promise<CallView[]> {
  const rows = await tx
    .select(columns)
    .from(call)
    .leftJoin(customer, eq(customer.id, call.customerId))
    .where(isNull(call.endedAt))
    .orderBy(asc(call.startedAt))
    .limit(100);
  return rows.map(toView);
}

function sortOf(asked: CallFilter["sort"]): Sort {
  switch (asked) {
    case "started_at":
    case "-started_at":
      return byStart;
    case "duration":
    case "-duration":
      return byDuration;
    case "score":
    case "-score":
      return byScore;
    default:
      return asked satisfies never;
  }
}

function matches(filter: CallFilter): SQL | undefined {
  return and(
    filter.status === "live" ? isNull(call.endedAt) : filter.status ? eq(call.status, filter.status) : undefined,
    filter.customerId ? eq(call.customerId, filter.customerId) : undefined,
    filter.want ? eq(call.want, filter.want) : undefined,
    filter.sentiment ? eq(call.sentiment, filter.sentiment) : undefined,
    // As the index has it: a page of the best ends where the score does.
    filter.minScore === undefined ? undefined : sql`coalesce(${call.score}, -1) >= ${filter.minScore}`,
    filter.from ? gte(call.startedAt, startOfDay(filter.from)) : undefined,
    filter.to ? lt(call.startedAt, startOfDay(addDays(filter.to, 1))) : undefined,
  );
}

function toView({ call: row, customerName, excerpt: words }: Row): CallView {
  return {
    id: row.id,
    callSid: row.callSid,
    direction: row.direction,
    status: row.status,
    live: row.endedAt === null,
    from: row.fromNumber,
    to: row.toNumber,
    customerId: row.customerId,
    customerName,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    durationS: row.durationS,
    ending: row.ending,
    turnCount: row.turnCount,
    voiceToVoiceMs: row.voiceToVoiceMs,
    excerpt: words,
    recordingTranscript: row.recordingTranscript,
    summary: row.summary,
    want: row.want,
    score: row.score,
    sentiment: row.sentiment,
  };
}

export function toTurnView(row: typeof turn.$inferSelect): TurnView {
  const { id: _id, businessId: _business, callId: _call, searchText: _search, createdAt: _created, ...view } = row;
  return view;
}
