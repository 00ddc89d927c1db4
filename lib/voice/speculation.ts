import type { CallerDraft } from "./caller-draft.ts";
import { completeness } from "./endpointing.ts";
import type { Utterance } from "./ports.ts";
import type { Reply } from "./reply.ts";
import type { VoiceTuning } from "./tuning.ts";

/**
 * The answer to what the caller has perhaps finished saying: thought and spoken in silence while we wait whether more
 * comes. It becomes the answer when the turn is over, and is gone without a trace when the caller goes on.
 */
export class Speculation {
  readonly #think: (history: readonly Utterance[]) => Reply;
  readonly #tuning: VoiceTuning;
  #reply: Reply | null = null;
  /** What it answers, to the last word. */
  #asked = "";

  constructor(tuning: VoiceTuning, think: (history: readonly Utterance[]) => Reply) {
    this.#tuning = tuning;
    this.#think = think;
  }

  /**
   * The caller has been quiet for so long after these words, perhaps for good; told again with every window, and thought
   * about once.
   */
  consider(draft: CallerDraft, silenceMs: number, history: readonly Utterance[]): void {
    if (this.#reply !== null || silenceMs < this.#thinkAfterMs(draft)) return;
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

  /** Every word must be known, and somebody certainly have said it; what looks unfinished is given time to go on. */
  #thinkAfterMs(draft: CallerDraft): number {
    if (!draft.complete || draft.failed || draft.text !== draft.clearText) return Number.POSITIVE_INFINITY;
    const looks = completeness(draft.text);
    switch (looks) {
      case "finished":
        return 0;
      case "unfinished":
        return this.#tuning.unfinishedThinkMs;
      case "empty":
        return Number.POSITIVE_INFINITY;
      default:
        return looks satisfies never;
    }
  }
}
