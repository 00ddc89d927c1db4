import type { SpeechSynthesizer } from "./types.ts";

/** A voice that failed so often in a row is left alone for a while: each try costs a caller its deadline. */
const FAILURES_IN_A_ROW = 3;
const REST_MS = 60_000;

/**
 * Speaks with the first voice; a sentence that it fails before its first byte is spoken by the second one. Later than
 * that the listener has already heard the beginning, and the failure is the caller's to handle. Every sentence of the
 * second voice is told as trouble, also while the first one rests: with what it failed of last.
 */
export function withSecondVoice(
  first: SpeechSynthesizer,
  second: SpeechSynthesizer,
  now: () => number = Date.now,
): SpeechSynthesizer {
  const state = { failures: 0, restsUntil: 0, lastError: null as unknown };
  const failed = (error: unknown) => {
    state.failures += 1;
    state.lastError = error;
    // Once it has rested, one more failure sends it to rest again.
    if (state.failures >= FAILURES_IN_A_ROW) state.restsUntil = now() + REST_MS;
  };
  return {
    name: `${first.name}, then ${second.name}`,
    voices: () => first.voices(),
    synthesize: async function* (request, signal) {
      // The names of voices are the first vendor's own.
      const bySecond = { ...request, voice: null };
      if (now() < state.restsUntil) {
        request.onTrouble?.(state.lastError);
        return yield* second.synthesize(bySecond, signal);
      }
      let begun = false;
      try {
        for await (const audio of first.synthesize(request, signal)) {
          begun = true;
          yield audio;
        }
        state.failures = 0;
      } catch (error) {
        if (signal.aborted) throw error;
        failed(error);
        if (begun) throw error;
        request.onTrouble?.(error);
        yield* second.synthesize(bySecond, signal);
      }
    },
  };
}
