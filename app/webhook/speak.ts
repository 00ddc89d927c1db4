import { spokenSentence } from "#lib/businesses/voice-files.ts";
import { noteVoiceTrouble } from "#lib/calls/note-voice-trouble.ts";
import type { Speak } from "#lib/calls/twiml.ts";
import { systemContext } from "#lib/context.ts";
import { log } from "#lib/log.ts";

/** The network waits for the whole answer to its webhook, and the caller hears nothing meanwhile. Most is rendered ahead. */
const SOON_MS = 1000;
/** Something else is said while the caller waits. */
const IN_THE_END_MS = 8000;

/** The business's own voice for what is said outside a stream, where it is rendered soon. */
export const speak: Speak = speakWithin(SOON_MS);

/** The same for an answer that a word bridges the wait for. */
export const speakPatiently: Speak = speakWithin(IN_THE_END_MS);

function speakWithin(waitMs: number): Speak {
  return async ({ businessId, voice, callId }, text) => {
    const ctx = systemContext(businessId, "speak");
    const { inOwnVoice, ...speech } = await spokenSentence(ctx, voice, text, waitMs);
    if (!inOwnVoice && callId !== null)
      // The caller is to hear the sentence whether or not this could be kept.
      await noteVoiceTrouble(ctx, callId, text).catch((error: unknown) =>
        log().warn({ err: error, call_id: callId }, "a voice's trouble could not be kept"),
      );
    return speech;
  };
}
