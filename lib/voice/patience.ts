import type { CallerDraft } from "./caller-draft.ts";

/** One turn that the recogniser failed on is asked for again; after the next one the network's own recogniser goes on. */
const UNHEARD_TURNS = 2;
/** One answer without a voice is excused; after the next one the network's own voice goes on. */
const VOICELESS_ANSWERS = 2;

/**
 * What follows when no word of a turn could be made out. `not_hearing`: the recogniser has failed too often in a row.
 * `listen`: the caller was asked to repeat often enough.
 */
export type Unclear = "please_repeat" | "technical" | "not_hearing" | "listen";

/** How often in a row the caller was not understood, or not spoken to, and how long a call bears that. */
export class Patience {
  readonly #maxRepeatRequests: number;
  #unclearInARow = 0;
  #unheardInARow = 0;
  #voicelessInARow = 0;

  constructor(maxRepeatRequests: number) {
    this.#maxRepeatRequests = maxRepeatRequests;
  }

  /** The caller's turn was decided. */
  decided({ unheard }: CallerDraft): void {
    this.#unheardInARow = unheard ? this.#unheardInARow + 1 : 0;
  }

  /** A text came after its turn was decided: the recogniser works, if late. */
  late({ unheard }: CallerDraft): void {
    if (!unheard) this.#unheardInARow = 0;
  }

  /** They were understood, in whatever way. */
  understood(): void {
    this.#unclearInARow = 0;
  }

  /** No word of what was decided could be made out. */
  unclear({ unheard }: CallerDraft): Unclear {
    this.#unclearInARow += 1;
    const askedEnough = this.#unclearInARow > this.#maxRepeatRequests;
    if (unheard && (askedEnough || this.#unheardInARow >= UNHEARD_TURNS)) return "not_hearing";
    if (askedEnough) return "listen";
    return unheard ? "technical" : "please_repeat";
  }

  /** An answer is over; false when no more without a voice is to be borne. */
  answered(voiceless: boolean): boolean {
    this.#voicelessInARow = voiceless ? this.#voicelessInARow + 1 : 0;
    return this.#voicelessInARow < VOICELESS_ANSWERS;
  }
}
