import type { CallerDraft } from "./caller-draft.ts";
import type { Playback } from "./playback.ts";
import type { Reply } from "./reply.ts";
import { talkOver } from "./talk-over.ts";
import type { VoiceTuning } from "./tuning.ts";

/** What becomes of a voice that was paused: `wait`, it is not clear yet. */
export type Verdict = "wait" | "goes_on" | "stops";

/**
 * The caller speaks over the agent. The voice pauses at once, because whoever interrupts must be heard at once; whether it
 * was an interruption is known a little later. A cough or a "כן" was none: the voice goes on where it was.
 */
export class Interruption {
  readonly #playback: Playback;
  readonly #tuning: VoiceTuning;
  /** The agent was about to finish: whoever speaks now answers. */
  #answers = false;
  /** The voice goes on, but what was said over it is not known yet. */
  readonly #unknown = new Map<CallerDraft, boolean>();

  constructor(playback: Playback, tuning: VoiceTuning) {
    this.#playback = playback;
    this.#tuning = tuning;
  }

  /** Silence at once; nothing is lost yet. */
  pause(reply: Reply): void {
    this.#answers = reply.almostSaid;
    this.#playback.pause();
  }

  /** Speech that goes on for so long is an interruption, whatever its words. */
  isLong(draft: CallerDraft): boolean {
    return draft.voicedMs >= this.#tuning.talkOverMs;
  }

  /** What to do now that the caller has been quiet for so long. */
  verdict(reply: Reply, draft: CallerDraft, silenceMs: number): Verdict {
    if (draft.complete) return this.#meant(reply, draft, this.#answers) ? "stops" : "goes_on";
    const { shortSoundMs, goOnSilenceMs, fillerAfterMs } = this.#tuning;
    if (draft.voicedMs < shortSoundMs) return silenceMs >= goOnSilenceMs ? "goes_on" : "wait";
    if (silenceMs < fillerAfterMs) return "wait";
    // The words are late: nobody is left in silence for them. An answer to the agent is waited for as any other turn.
    return this.#answers ? "stops" : "goes_on";
  }

  /** The voice goes on from the same word. */
  goOn(draft: CallerDraft): void {
    if (!draft.complete) this.#unknown.set(draft, this.#answers);
    this.#playback.goOn();
  }

  /**
   * The words have come of what the voice went on after: whether they stop the agent after all. Undefined for any other
   * draft, and while words are missing. `reply` is what the agent says now, null when it is not its turn any more.
   */
  late(draft: CallerDraft, reply: Reply | null): Exclude<Verdict, "wait"> | undefined {
    const answers = this.#unknown.get(draft);
    if (answers === undefined || !draft.complete) return undefined;
    this.#unknown.delete(draft);
    if (reply === null) return draft.text === "" ? "goes_on" : "stops";
    return this.#meant(reply, draft, answers) ? "stops" : "goes_on";
  }

  #meant(reply: Reply, draft: CallerDraft, answers: boolean): boolean {
    const said = talkOver(draft.text, reply.text);
    switch (said) {
      case "speech":
        return true;
      case "backchannel":
        return answers;
      case "nothing":
        // Clearly a voice, and nobody could tell its words.
        return draft.failed && draft.voicedMs >= this.#tuning.shortSoundMs;
      default:
        return said satisfies never;
    }
  }
}
