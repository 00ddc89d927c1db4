import { voiceFileUrl } from "#lib/businesses/voice-files.ts";
import type { Speak } from "#lib/calls/twiml.ts";
import { systemContext } from "#lib/context.ts";

/** The business's own voice for what is said outside a stream, where it is rendered. */
export const speak: Speak = ({ businessId, voice }, text) =>
  voiceFileUrl(systemContext(businessId, "speak"), voice, text);
