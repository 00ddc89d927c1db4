import { Bridge } from "./bridge.ts";
import type { CallerDraft } from "./caller-draft.ts";
import type { Phrases } from "./options.ts";
import type { Playback } from "./playback.ts";
import type { Clock } from "./ports.ts";
import type { VoiceTuning } from "./tuning.ts";

/**
 * The caller has been quiet for long and their words are still on their way from the recogniser: nobody knows yet what to
 * answer, but they are not left alone with the silence.
 */
export class WordWait {
  readonly #clock: Clock;
  readonly #playback: Playback;
  readonly #phrases: Phrases;
  readonly #tuning: VoiceTuning;
  #waiting: { draft: CallerDraft; bridge: Bridge } | null = null;

  constructor(clock: Clock, playback: Playback, phrases: Phrases, tuning: VoiceTuning) {
    this.#clock = clock;
    this.#playback = playback;
    this.#phrases = phrases;
    this.#tuning = tuning;
  }

  /** So long the caller has been quiet after this; told again with every window. */
  watch(draft: CallerDraft, silenceMs: number): void {
    if (draft.complete || draft.unasked || draft.voicedMs < this.#tuning.bargeInMs) {
      this.stop();
      return;
    }
    if (this.#waiting?.draft === draft) return;
    this.stop();
    const { filler, fillerAgain } = this.#phrases;
    const bridge = new Bridge({
      clock: this.#clock,
      words: [filler, fillerAgain],
      quietMs: this.#tuning.fillerAfterMs,
      aheadMs: () => this.#playback.aheadMs,
      soon: () => false,
      graceMs: 0,
      say: ({ text, audio }) => {
        if (audio === null) return;
        draft.bridge.push(text);
        this.#playback.send(audio);
        this.#playback.mark();
        bridge.sent();
      },
    });
    this.#playback.begin();
    bridge.start(silenceMs);
    this.#waiting = { draft, bridge };
  }

  /** There is nothing to wait for any more; what is being said is said to its end. */
  stop(): void {
    this.#waiting?.bridge.stop();
    this.#waiting = null;
  }

  /** The caller goes on: silence at once, also when the words have come meanwhile. */
  interrupt(): void {
    this.stop();
    if (this.#playback.sounding) this.#playback.clear();
  }
}
