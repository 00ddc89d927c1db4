import { log } from "../log.ts";
import type { Brain } from "../voice/ports.ts";

/** One failure is bad luck and the caller is asked to repeat; the next one in a row means that nobody will answer. */
const FAILURES_IN_A_ROW = 2;

/** The first brain for as long as it works; when it keeps failing, the second one finishes the conversation. */
export function withFallback(first: Brain, second: Brain): Brain {
  const state = { failures: 0 };
  return {
    reply: async function* (history, signal) {
      if (state.failures < FAILURES_IN_A_ROW) {
        let begun = false;
        try {
          for await (const event of first.reply(history, signal)) {
            begun = true;
            yield event;
          }
          if (!signal.aborted) state.failures = 0;
          return;
        } catch (error) {
          state.failures += 1;
          if (begun || state.failures < FAILURES_IN_A_ROW) throw error;
          log().warn({ err: error }, "the model keeps failing: the fallback brain goes on");
        }
      }
      yield* second.reply(history, signal);
    },
  };
}
