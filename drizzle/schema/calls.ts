import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { CallEnding } from "#lib/calls/schemas/ending.ts";
import type { GatheredAnswer } from "#lib/calls/schemas/gathered.ts";
import type { CallInsight, InsightEdits, Sentiment, Want } from "#lib/calls/schemas/insight.ts";
import type { CallRung, CallStatus } from "#lib/calls/schemas/status.ts";
import type { StreamCut } from "#lib/calls/schemas/stream-cut.ts";
import type { TurnView } from "#lib/calls/schemas/views.ts";
import { business, createdAt, id, moment } from "./businesses.ts";
import { customer } from "./customers.ts";
import { trigrams } from "./search.ts";

/** Why a media stream opens: a new call, nobody answered a transfer, the stream had failed. */
export type CallOpening = "greeting" | "transfer_unanswered" | "reconnected";

/** A tool that the agent used in a turn: what went in and what came out. */
export interface KeptToolUse {
  name: string;
  input: Record<string, unknown>;
  output: Record<string, unknown>;
  tookMs: number;
}

export const call = pgTable(
  "call",
  {
    id: id(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    callSid: text().notNull().unique(),
    direction: text().$type<"in" | "out">().notNull(),
    status: text().$type<CallStatus>().notNull(),
    /** E.164; null when the caller withheld it. */
    fromNumber: text(),
    toNumber: text().notNull(),
    customerId: uuid(),
    startedAt: createdAt(),
    answeredAt: moment(),
    endedAt: moment(),
    durationS: integer().notNull().default(0),
    /** How it ended: the `kind` of an Ending; null while it goes on or when nobody knows. */
    ending: text().$type<CallEnding>(),
    endingDetail: text(),
    /** What the agent says first when the next media stream opens. */
    opening: text().$type<CallOpening>().notNull().default("greeting"),
    streamsOpened: integer().notNull().default(0),
    /** Each rung is a step down from the one before; nobody climbs up again. */
    rung: text().$type<CallRung>().notNull().default("stream"),
    /** Streams of this call that failed: the first failure is followed by a reconnect. */
    streamFailures: integer().notNull().default(0),
    /** Why each stream that had been opened broke. */
    streamCuts: jsonb().$type<StreamCut[]>().notNull().default([]),
    /** Gathers in a row that heard nothing. */
    unheardGathers: integer().notNull().default(0),
    /** The message that was left where nobody could be heard or answered. */
    recordingSid: text(),
    recordingUrl: text(),
    recordingTranscript: text(),
    turnCount: integer().notNull().default(0),
    voiceToVoiceMs: integer(),
    /** What became of the call, as the job after it found; null before that. */
    insight: jsonb().$type<CallInsight>(),
    /** What the staff have written instead: it outlives every later run of the job. */
    insightEdits: jsonb().$type<InsightEdits>().notNull().default({}),
    /** From both of them, to show, sort and filter by. */
    summary: text(),
    want: text().$type<Want>(),
    score: integer(),
    sentiment: text().$type<Sentiment>(),
  },
  (t) => [
    unique("call_business_id").on(t.businessId, t.id),
    foreignKey({ columns: [t.businessId, t.customerId], foreignColumns: [customer.businessId, customer.id] }),
    index("call_started").on(t.businessId, t.startedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("call_duration").on(t.businessId, t.durationS.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("call_status").on(t.businessId, t.status, t.startedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("call_score").on(t.businessId, sql`coalesce(score, -1) desc`, t.id.desc().nullsFirst()),
    index("call_want").on(t.businessId, t.want, t.startedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("call_sentiment").on(t.businessId, t.sentiment, t.startedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("call_customer").on(t.businessId, t.customerId, t.startedAt.desc().nullsFirst()),
    index("call_caller_rate").on(t.businessId, t.fromNumber, t.startedAt.desc().nullsFirst()),
    index("call_live").on(t.businessId).where(sql`ended_at is null`),
    index("call_from_search").using("gin", t.fromNumber.op("gin_trgm_ops")),
  ],
);

/** What lets one media stream in: given out in TwiML, good for a minute, for its call, once. Only the hash is kept. */
export const streamToken = pgTable(
  "stream_token",
  {
    tokenHash: text().primaryKey(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    callId: uuid().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [
    foreignKey({ columns: [t.businessId, t.callId], foreignColumns: [call.businessId, call.id] }),
    index("stream_token_call").on(t.callId),
  ],
);

export const turn = pgTable(
  "turn",
  {
    id: id(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    callId: uuid().notNull(),
    /** Grows from 0 over the whole call; after a stream that failed some numbers are left for its last words. */
    index: integer().notNull(),
    speaker: text().$type<"caller" | "agent">().notNull(),
    text: text().notNull(),
    heardText: text().notNull(),
    /** `text`, normalised for search. */
    searchText: text().notNull(),
    /** Milliseconds since the call began. */
    atMs: integer().notNull(),
    /** The caller's only: of the agent's words the heard ones are kept (`heardText`). */
    endMs: integer(),
    confidence: real(),
    interrupted: boolean().notNull().default(false),
    tools: jsonb().$type<KeptToolUse[]>().notNull().default([]),
    /** What went wrong behind an answer: words of lib/calls/schemas/views.ts. */
    troubles: jsonb().$type<TurnView["troubles"]>().notNull().default([]),
    endpointMs: integer(),
    tAudioMs: integer(),
    tNlpMs: integer(),
    tTtsMs: integer(),
    voiceToVoiceMs: integer(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("turn_index").on(t.callId, t.index),
    foreignKey({ columns: [t.businessId, t.callId], foreignColumns: [call.businessId, call.id] }),
    index("turn_search").using("gin", trigrams("search_text")),
  ],
);

/** What was answered to one webhook of a conversation without a stream: sent again, it gets the same and nothing is done twice. */
export const gatherAnswer = pgTable(
  "gather_answer",
  {
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    callId: uuid().notNull(),
    /** The network's own name for the request; its repeats carry the same. */
    onceKey: text().notNull(),
    /** Null while it is thought about. */
    answer: jsonb().$type<GatheredAnswer>(),
    createdAt: createdAt(),
    /** Said again and again by whoever thinks about it; who says nothing for a while is taken for dead. */
    thinkingAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.callId, t.onceKey] }),
    foreignKey({ columns: [t.businessId, t.callId], foreignColumns: [call.businessId, call.id] }),
  ],
);
