import { log } from "../log.ts";
import type { Brain, BrainEvent } from "../voice/ports.ts";

/**
 * The first brain for as long as it works. When it fails before its first word (it has had its retry then), the second
 * one answers at once and finishes the conversation: whoever was asked for a name is not asked something else next.
 * When it breaks off later, the caller has heard half an answer and is asked to repeat; the second such time in a row
 * nobody is asked again.
 */
export function withFallback(first: Brain, second: Brain): Brain {
  const state = { brokenOff: false, down: false };
  return {
    reply: async function* (history, signal, decided) {
      if (state.down) return yield* second.reply(history, signal, decided);
      let begun = false;
      try {
        for await (const event of first.reply(history, signal, decided)) {
          begun ||= isBegun(event);
          yield event;
        }
        if (!signal.aborted) state.brokenOff = false;
        return;
      } catch (error) {
        // An answer that nobody will hear has not failed anybody.
        await decided;
        if (signal.aborted) throw error;
        if (begun) {
          state.down = state.brokenOff;
          state.brokenOff = true;
          throw error;
        }
        state.down = true;
        log().warn({ err: error }, "the model does not answer: the fallback brain goes on");
        yield { type: "trouble", trouble: "fallback", error };
      }
      yield* second.reply(history, signal, decided);
    },
  };
}

/** Something was said or done that the caller or the business would notice; a tool that refused is nothing. */
function isBegun(event: BrainEvent): boolean {
  switch (event.type) {
    case "text":
      return /\S/.test(event.delta);
    case "tool":
      return event.use.output.ok === true;
    case "then":
      return true;
    case "trouble":
      return false;
    default:
      return event satisfies never;
  }
}
