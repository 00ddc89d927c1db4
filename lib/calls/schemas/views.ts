/** A call as people and the API see it (snake_case is made at the API's edge, not here). */
import { z } from "zod";
import { day } from "../../hebrew/asked-dates.ts";
import { callEndings } from "./ending.ts";
import { callTask, insightView, sentiments, wants } from "./insight.ts";
import { callRungs, callStatuses } from "./status.ts";
import { streamCut } from "./stream-cut.ts";

export const toolUseView = z.object({
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
  output: z.record(z.string(), z.unknown()),
  tookMs: z.number(),
});

/** What went wrong behind an answer; the caller heard no error. */
export const turnTroubles = ["fallback", "nonsense", "model", "voice", "transcription"] as const;

export const turnView = z.object({
  index: z.number().int(),
  speaker: z.enum(["caller", "agent"]),
  text: z.string(),
  heardText: z.string(),
  atMs: z.number().int(),
  endMs: z.number().int().nullable(),
  confidence: z.number().nullable(),
  interrupted: z.boolean(),
  tools: z.array(toolUseView),
  /** Events from before there was such a thing have none. */
  troubles: z.array(z.enum(turnTroubles)).default([]),
  endpointMs: z.number().int().nullable(),
  tAudioMs: z.number().int().nullable(),
  tNlpMs: z.number().int().nullable(),
  tTtsMs: z.number().int().nullable(),
  voiceToVoiceMs: z.number().int().nullable(),
});
export type TurnView = z.infer<typeof turnView>;

export const callView = z.object({
  id: z.uuid(),
  callSid: z.string(),
  direction: z.enum(["in", "out"]),
  status: z.enum(callStatuses),
  /** True from the first webhook until the end. */
  live: z.boolean(),
  from: z.string().nullable(),
  to: z.string(),
  customerId: z.uuid().nullable(),
  customerName: z.string().nullable(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  durationS: z.number().int(),
  ending: z.enum(callEndings).nullable(),
  turnCount: z.number().int(),
  /** Median over the call's answers. */
  voiceToVoiceMs: z.number().int().nullable(),
  /** What the caller said last (a live call), or first (a past one). */
  excerpt: z.string().nullable(),
  recordingTranscript: z.string().nullable(),
  /** What became of it: null until the job after the call has looked, and when the caller said nothing. */
  summary: z.string().nullable(),
  want: z.enum(wants).nullable(),
  score: z.number().int().nullable(),
  sentiment: z.enum(sentiments).nullable(),
});
export type CallView = z.infer<typeof callView>;

export const callDetails = callView.extend({
  /** How often its media stream broke. */
  streamFailures: z.number().int(),
  /** Why, each time; calls from before this was kept have none. */
  streamCuts: z.array(streamCut),
  rung: z.enum(callRungs),
  insight: insightView.nullable(),
  turns: z.array(turnView),
  tasks: z.array(callTask),
});
export type CallDetails = z.infer<typeof callDetails>;

export const callSorts = ["started_at", "-started_at", "duration", "-duration", "score", "-score"] as const;

/** What a list of calls can be asked for. `cursor` is opaque. Dates are Asia/Jerusalem days, both inclusive. */
export const callListInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  q: z.string().trim().max(200).optional(),
  status: z.enum(["live", ...callStatuses]).optional(),
  from: day.optional(),
  to: day.optional(),
  customerId: z.uuid().optional(),
  want: z.enum(wants).optional(),
  sentiment: z.enum(sentiments).optional(),
  minScore: z.coerce.number().int().min(0).max(100).optional(),
  sort: z.enum(callSorts).default("-started_at"),
});
export type CallListInput = z.input<typeof callListInput>;

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export const homeView = z.object({
  live: z.array(callView),
  callsToday: z.number().int(),
  callsSameDayLastWeek: z.number().int(),
  /** Calls of today that the agent answered, of those that rang: 0..1; null without calls. */
  answeredShare: z.number().nullable(),
  newCustomersToday: z.number().int(),
  /** Median of today's answers, ms. */
  voiceToVoiceMs: z.number().int().nullable(),
  openTasks: z.number().int(),
  /** Today's and yesterday's calls that are most likely to become business, best first. */
  promising: z.array(callView),
  /** Calls of today whose caller was not content. */
  negative: z.number().int(),
});
export type HomeView = z.infer<typeof homeView>;
