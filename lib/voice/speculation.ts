import type { CallerDraft } from "./caller-draft.ts";
import { completeness } from "./endpointing.ts";
import type { Utterance } from "./ports.ts";
import type { Reply } from "./reply.ts";

/**
 * The answer to what the caller has perhaps finished saying: thought and spoken in silence while we wait whether more
 * comes. It becomes the answer when the turn is over, and is gone without a trace when the caller goes on.
 */
export class Speculation {
  readonly #think: (history: readonly Utterance[]) => Reply;
  #reply: Reply | null = null;
  /** What it answers, to the last word. */
  #asked = "";

  constructor(think: (history: readonly Utterance[]) => Reply) {
    this.#think = think;
  }

  /** The caller is quiet after these words, perhaps for good; told again with every window, and thought about once. */
  consider(draft: CallerDraft, history: readonly Utterance[]): void {
    if (this.#reply !== null || !worthThinking(draft)) return;
    const conversation: Utterance[] = [...history, { speaker: "caller", text: draft.clearText, tools: [] }];
    this.#asked = JSON.stringify(conversation);
    this.#reply = this.#think(conversation);
  }

  /** The answer to just this conversation, to be confirmed; null when none was thought about. */
  take(history: readonly Utterance[]): Reply | null {
    if (JSON.stringify(history) !== this.#asked) this.drop();
    const reply = this.#reply;
    this.#reply = null;
    return reply;
  }

  /** The caller goes on, or something else is to be said. */
  drop(): void {
    this.#reply?.stop(false);
    this.#reply = null;
  }
}

/** Every word is known, somebody certainly said it, and it looks like the end of a sentence. */
function worthThinking(draft: CallerDraft): boolean {
  if (!draft.complete || draft.failed) return false;
  return draft.text === draft.clearText && completeness(draft.text) === "finished";
}
