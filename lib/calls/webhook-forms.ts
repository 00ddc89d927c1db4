/** What the phone network posts, as far as we read it. More fields may appear without notice: they are ignored. */
import { z } from "zod";
import type { CallStatus } from "./schemas/status.ts";

// A name that the network gives; anything else is nobody's, and would only trouble the database.
const sid = z.string().regex(/^[\w-]{2,64}$/);

export const incomingCallForm = z.object({
  CallSid: sid,
  // A caller whose number makes no sense is answered like one who withholds it.
  From: z.string().max(100).catch(""),
  To: z
    .string()
    .max(100)
    .regex(/^\P{Cc}*$/u),
});

/** The network got no answer from us, and tells where it had asked for it. */
export const voiceFallbackForm = incomingCallForm.extend({
  ErrorUrl: z
    .url()
    .transform((url) => new URL(url).pathname)
    .nullable()
    .catch(null),
});

export const streamEndedForm = z.object({ CallSid: sid });

/** Our own word in the action's address: how many streams of the call had failed before this one. */
export const failuresBefore = z.coerce.number().int().min(0).max(1000).catch(0);

/** What the network's recogniser understood, or the keys that were pressed; neither when nothing came. */
export const speechForm = z.object({
  CallSid: sid,
  SpeechResult: z.string().max(10_000).default(""),
  /** The network writes 0.00 when it does not know. */
  Confidence: z.coerce
    .number()
    .min(0)
    .max(1)
    .transform((confidence) => confidence || null)
    .catch(null),
  Digits: z
    .string()
    .regex(/^[0-9*#A-D]{0,64}$/)
    .catch(""),
});

/** Our own words in the address: whose answer is asked for again, and how often something was said meanwhile. */
export const waitedFor = z.object({
  turn: z.string().min(1).max(200).nullable().catch(null),
  words: z.coerce.number().int().min(0).max(1000).catch(0),
});

export const dialResultForm = z.object({ CallSid: sid, DialCallStatus: z.string().default("failed") });

export const recordingForm = z.object({
  CallSid: sid,
  // Not in every report of a recording.
  From: z.string().max(100).catch(""),
  To: z
    .string()
    .max(100)
    .regex(/^\P{Cc}*$/u)
    .catch(""),
  RecordingSid: sid.optional(),
  RecordingUrl: z.url().max(1000).optional(),
});

const statuses: Record<string, CallStatus> = {
  queued: "ringing",
  initiated: "ringing",
  ringing: "ringing",
  "in-progress": "in_progress",
  answered: "in_progress",
  completed: "completed",
  busy: "busy",
  "no-answer": "no_answer",
  canceled: "canceled",
  failed: "failed",
};

const MAX_SECONDS = 7 * 86_400;

export const callStatusForm = z.object({
  CallSid: sid,
  CallStatus: z.string().transform((status) => statuses[status] ?? null),
  // That the call is over matters more than how long it was.
  CallDuration: z.coerce.number().int().min(0).max(MAX_SECONDS).optional().catch(undefined),
});
