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

export const streamEndedForm = z.object({ CallSid: sid });

export const dialResultForm = z.object({ CallSid: sid, DialCallStatus: z.string().default("failed") });

export const recordingForm = z.object({
  CallSid: sid,
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
