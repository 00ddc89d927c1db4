import { keysText } from "../hebrew/keys-text.ts";
import type { Brain } from "../voice/ports.ts";
import { LAST_WORD, sayAndDo } from "./last-word.ts";

const WANTS_PERSON = keysText("0");

/** The key 0 rings a person where there is one (E.164), at once, whatever the brain would make of it. */
export function withPersonKey(brain: Brain, transferPhone: string | null): Brain {
  if (transferPhone === null) return brain;
  return {
    reply: async function* (history, signal, decided) {
      if (!history.at(-1)?.text.includes(WANTS_PERSON)) return yield* brain.reply(history, signal, decided);
      yield* sayAndDo(LAST_WORD.transfer, { kind: "transfer", to: transferPhone });
    },
  };
}
