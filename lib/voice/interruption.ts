import type { CallerDraft } from "./caller-draft.ts";
import type { Hearing } from "./hearing.ts";
import type { Ledger } from "./ledger.ts";
import type { Playback } from "./playback.ts";
import type { Reply } from "./reply.ts";
import { talkOver } from "./talk-over.ts";
import type { VoiceTuning } from "./tuning.ts";

/** What becomes of a voice that was paused: `wait`, it is not clear yet. */
type Verdict = "wait" | "goes_on" | "stops";

/** How far the agent was when the voice was paused. */
interface Moment {
  /** About to finish: whoever speaks now answers, and an echo that begins now can hold hardly a word. */
  answers: boolean;
  /** What can have come out of a loudspeaker by then: an echo can only be of that. */
  audible: string;
}

export interface InterruptionParts {
  hearing: Hearing;
  playback: Playback;
  /** The record as it is written now. */
  ledger: () => Ledger;
  tuning: VoiceTuning;
}

export interface InterruptionListener {
  /** The agent's turn is over as it stands. */
  stopped(reply: Reply): void;
  callerTakesFloor(): void;
  /** What they said was not meant to be answered, but somebody is there. */
  callerIsThere(): void;
}

/**
 * The caller speaks while the agent has the floor. The voice pauses at once, because whoever interrupts must be heard at
 * once; whether it was an interruption is known a little later. A cough or a "כן" was none: the voice goes on where it was.
 */
export class Interruption {
  readonly #parts: InterruptionParts;
  readonly #listener: InterruptionListener;
  #moment: Moment = { answers: false, audible: "" };
  /** Who was speaking before the agent began has fallen silent. */
  #hasStopped = false;
  /** The voice goes on, but what was said over it is not known yet. */
  readonly #unknown = new Map<CallerDraft, Moment>();

  constructor(parts: InterruptionParts, listener: InterruptionListener) {
    this.#parts = parts;
    this.#listener = listener;
  }

  /** Somebody speaks for long enough to mean it: the voice falls silent at once, and stops once that was meant. */
  speech(reply: Reply, draft: CallerDraft): void {
    const { playback, tuning } = this.#parts;
    if (this.#spokeBefore(reply, draft) && !this.#hasStopped) return;
    if (reply.untouched) this.#stop(reply, draft);
    else if (!playback.paused) {
      const answers = reply.almostSaid;
      this.#moment = { answers, audible: answers ? "" : reply.audibleText };
      playback.pause();
    } else if (draft.voicedMs >= tuning.talkOverMs) {
      // Speech that goes on for so long is an interruption, whatever its words.
      this.#stop(reply, draft);
    }
  }

  /** The caller has been quiet for so long. */
  quiet(reply: Reply, draft: CallerDraft, silenceMs: number): void {
    const { hearing, playback, tuning } = this.#parts;
    if (!playback.paused && this.#spokeBefore(reply, draft)) {
      // It is answered when that was said; who speaks from now on speaks to us.
      this.#hasStopped ||= silenceMs >= tuning.goOnSilenceMs;
      return;
    }
    if (!playback.paused) {
      // Too short to mean anything: a cough, a door, a syllable of agreement.
      hearing.drop();
      reply.progress();
      return;
    }
    const verdict = this.#verdict(draft, silenceMs);
    if (verdict === "stops") this.#stop(reply, draft);
    else if (verdict === "goes_on") this.#goOn(reply, draft);
  }

  /** Keys cannot be a cough: what the agent has not said yet never will be. */
  keys(reply: Reply): void {
    if (reply.untouched) reply.stop(true);
    else this.#cut(reply);
  }

  /**
   * The words have come of what the voice went on after; false for any other draft, and while words are missing. `reply` is
   * what the agent says now; null when it is not its turn any more, and then the caller may have the floor already.
   */
  late(draft: CallerDraft, reply: Reply | null): boolean {
    const moment = this.#unknown.get(draft);
    if (moment === undefined || !draft.complete) return false;
    this.#unknown.delete(draft);
    const said = talkOver(draft.text, moment.audible) !== "nothing";
    const meant = reply === null ? said : this.#meant(draft, moment);
    if (meant) {
      // It was too short to wait for its words.
      const whole = this.#parts.hearing.resume(draft);
      if (reply !== null) this.#stop(reply, whole);
      else this.#listener.callerTakesFloor();
    } else if (reply !== null) this.#overheard(draft);
    return true;
  }

  /** What the voice went on after and whose words are still on their way. */
  get unknown(): CallerDraft[] {
    return [...this.#unknown.keys()];
  }

  /** The call is over: of those, the words that have come by now are written. */
  close(): void {
    for (const [draft, { audible }] of this.#unknown) {
      if (talkOver(draft.text, audible) !== "nothing") this.#parts.ledger().aside(draft);
    }
    this.#unknown.clear();
  }

  /** They were speaking into a line that was dead, and nobody knows what was lost: they are told so to the end. */
  #spokeBefore(reply: Reply, draft: CallerDraft): boolean {
    return reply.overSpeech && reply.beganAt !== null && this.#parts.hearing.timeOf(draft.startSample) <= reply.beganAt;
  }

  #verdict(draft: CallerDraft, silenceMs: number): Verdict {
    if (draft.complete) return this.#meant(draft, this.#moment) ? "stops" : "goes_on";
    const { shortSoundMs, goOnSilenceMs, fillerAfterMs } = this.#parts.tuning;
    if (draft.voicedMs < shortSoundMs) return silenceMs >= goOnSilenceMs ? "goes_on" : "wait";
    if (silenceMs < fillerAfterMs) return "wait";
    // The words are late: nobody is left in silence for them. An answer to the agent is waited for as any other turn.
    return this.#moment.answers ? "stops" : "goes_on";
  }

  #meant(draft: CallerDraft, { answers, audible }: Moment): boolean {
    const said = talkOver(draft.text, audible);
    switch (said) {
      case "speech":
        return true;
      case "backchannel":
        return answers;
      case "nothing":
        // Clearly a voice, and nobody could tell its words.
        return draft.failed && draft.voicedMs >= this.#parts.tuning.shortSoundMs;
      default:
        return said satisfies never;
    }
  }

  /** It was not meant to stop the agent: the voice goes on from the same word. */
  #goOn(reply: Reply, draft: CallerDraft): void {
    const { hearing, playback } = this.#parts;
    hearing.take();
    if (draft.complete) this.#overheard(draft);
    else this.#unknown.set(draft, this.#moment);
    playback.goOn();
    reply.progress();
  }

  /** It was not meant to be answered: a word of agreement is kept, an echo or a cough is not. */
  #overheard(draft: CallerDraft): void {
    if (talkOver(draft.text, "") !== "backchannel") return;
    this.#parts.ledger().aside(draft);
    this.#listener.callerIsThere();
  }

  /** The caller has the floor: what the agent has not said yet never will be. */
  #stop(reply: Reply, draft: CallerDraft): void {
    const answered = reply.question?.draft ?? null;
    if (!reply.untouched) {
      this.#cut(reply);
      draft.interrupts = true;
    } else {
      // Nothing of the answer was sent; but what bridged the wait for the caller's words may still be playing.
      reply.stop(true);
      // Decided too early, at no cost: the caller was only thinking, and both parts are one turn.
      if (answered !== null) this.#parts.ledger().reopen(answered, this.#parts.hearing.resume(answered));
    }
    this.#listener.callerTakesFloor();
  }

  /** What was not heard of it by now is not said any more, and the turn is written so. */
  #cut(reply: Reply): void {
    reply.interrupted = true;
    reply.stop(true);
    this.#listener.stopped(reply);
  }
}
