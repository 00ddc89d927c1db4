import { spokenSentence } from "#lib/businesses/voice-files.ts";
import type { Speak } from "#lib/calls/twiml.ts";
import { systemContext } from "#lib/context.ts";

/** The network waits for the whole answer to its webhook, and the caller hears nothing meanwhile. Most is rendered ahead. */
const SOON_MS = 1000;
/** Something else is said while the caller waits. */
const IN_THE_END_MS = 8000;

/** The business's own voice for what is said outside a stream, where it is rendered soon. */
export const speak: Speak = speakWithin(SOON_MS);

/** The same for an answer that a word bridges the wait for. */
export const speakPatiently: Speak = speakWithin(IN_THE_END_MS);

function speakWithin(waitMs: number): Speak {
  return ({ businessId, voice }, text) => spokenSentence(systemContext(businessId, "speak"), voice, text, waitMs);
}
