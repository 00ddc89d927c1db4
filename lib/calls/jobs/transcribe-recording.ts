import { eq } from "drizzle-orm";
import { call, customer } from "#drizzle/schema/index.ts";
import { systemContext } from "../../context.ts";
import { storable } from "../../db/storable.ts";
import { forBusiness } from "../../db/tenant.ts";
import { publish } from "../../events/publish.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { samplesOfWav } from "../../providers/audio/wav.ts";
import type { Transcriber, Transcript } from "../../providers/stt/types.ts";
import type { Telephony } from "../../providers/telephony/types.ts";
import { openTaskOnce } from "../../tasks/open-task-once.ts";
import { judgeRecording } from "../../voice/gibberish/judge-recording.ts";
import { describeLater } from "../describe-later.ts";
import { messageTaskTitle } from "../who-called.ts";

const NOTHING_HEARD = "לא הצלחנו להבין מה נאמר בהודעה. כדאי להתקשר בחזרה.";

interface Ports {
  telephony: Telephony;
  /** Null when there is no recogniser: the staff are told to ring back. */
  transcriber: Transcriber | null;
}

/**
 * Fetches what a caller recorded, writes its words into the call and into the staff's task, and only then deletes the
 * audio at the network. Safe to repeat: a failure at any step leaves what the next try needs.
 */
export async function transcribeRecording(
  { telephony, transcriber }: Ports,
  { businessId, callId }: JobPayload<"transcribe_recording">,
  signal: AbortSignal,
): Promise<void> {
  const ctx = systemContext(businessId, "transcribe-recording");
  const row = await forBusiness(ctx, async (tx) => {
    const rows = await tx
      .select({ call, name: customer.name })
      .from(call)
      .leftJoin(customer, eq(customer.id, call.customerId))
      .where(eq(call.id, callId));
    return rows[0];
  });
  if (!row?.call.recordingUrl || !row.call.recordingSid) return;

  if (row.call.recordingTranscript === null) {
    const wav = await telephony.downloadRecording(row.call.recordingUrl, signal);
    const transcript = transcriber ? await transcriber.transcribe(wav, { language: "he", prompt: "" }, signal) : null;
    const { text, details } = heard(transcript, wav);
    await forBusiness(ctx, async function keepTranscript(tx) {
      await tx.update(call).set({ recordingTranscript: text }).where(eq(call.id, callId));
      await openTaskOnce(tx, ctx, {
        onceKey: `call-back:${callId}`,
        title: messageTaskTitle(row.name, row.call.fromNumber),
        details,
        customerId: row.call.customerId,
        callId,
      });
      await describeLater(tx, { businessId, callId });
      await publish(tx, { type: "call.changed", callId, live: row.call.endedAt === null });
    });
  }
  await telephony.deleteRecording(row.call.recordingSid);
}

/** What is kept of a message, and what the staff are told of it. */
function heard(transcript: Transcript | null, wav: Uint8Array): { text: string; details: string } {
  const text = storable(transcript?.text ?? "").trim();
  const nothing = { text: "", details: NOTHING_HEARD };
  if (transcript === null || text === "") return nothing;
  const verdict = judgeRecording(transcript, samplesOfWav(wav));
  switch (verdict) {
    case "speech":
      return { text, details: `״${text}״` };
    case "doubtful":
      return { text, details: `ההודעה לא ברורה. אולי נאמר בה: ״${text}״` };
    case "noise":
      return nothing;
    default:
      return verdict satisfies never;
  }
}
