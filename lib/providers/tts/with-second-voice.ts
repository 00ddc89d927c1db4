import type { SpeechSynthesizer } from "./types.ts";

/**
 * Speaks with the first voice; a sentence that it fails before its first byte is spoken by the second one. Later than
 * that the listener has already heard the beginning, and the failure is the caller's to handle.
 */
export function withSecondVoice(first: SpeechSynthesizer, second: SpeechSynthesizer): SpeechSynthesizer {
  return {
    name: `${first.name}, then ${second.name}`,
    voices: () => first.voices(),
    synthesize: async function* (request, signal) {
      let begun = false;
      try {
        for await (const audio of first.synthesize(request, signal)) {
          begun = true;
          yield audio;
        }
      } catch (error) {
        if (begun || signal.aborted) throw error;
        // The names of voices are the first vendor's own.
        yield* second.synthesize({ ...request, voice: null }, signal);
      }
    },
  };
}
