import type { Transcript } from "#lib/providers/stt/types.ts";
import type { SpeechRun } from "./speech-tracker.ts";

/** A piece of the turn that the recogniser was asked about. */
interface Segment {
  /** Where its audio begins. */
  fromSample: number;
  transcript: Transcript | null;
  state: "asked" | "there" | "failed";
  settledAt: number;
}

/** What the caller is saying, as far as it has come: speech, and the texts of its pieces in their order. */
export class CallerDraft {
  readonly startSample: number;
  /** The end of the last speech, as the detector places it. */
  endSample: number;
  /** Audio was given to the recogniser that it was not asked about yet. */
  unasked = true;
  /** It took the floor from the agent, so it has to be answered even if no word can be made out. */
  interrupts = false;

  #earlierVoicedMs = 0;
  #run: SpeechRun;
  readonly #segments: Segment[] = [];

  constructor(run: SpeechRun) {
    this.startSample = run.startSample;
    this.endSample = run.endSample;
    this.#run = run;
  }

  /** How much speech there was in all. */
  get voicedMs(): number {
    return this.#earlierVoicedMs + this.#run.voicedMs;
  }

  /** The run goes on, or a new one has begun. */
  speech(run: SpeechRun): void {
    if (run !== this.#run) {
      this.#earlierVoicedMs += this.#run.voicedMs;
      this.#run = run;
    }
    this.endSample = run.endSample;
  }

  /** The recogniser was asked about everything since `fromSample`. Settle the segment with its answer. */
  ask(fromSample: number): { there: (transcript: Transcript, now: number) => void; failed: (now: number) => void } {
    const segment: Segment = { fromSample, transcript: null, state: "asked", settledAt: Number.NEGATIVE_INFINITY };
    this.#segments.push(segment);
    this.unasked = false;
    return {
      there: (transcript, now) => {
        segment.transcript = transcript;
        segment.state = "there";
        segment.settledAt = now;
      },
      failed: (now) => {
        segment.state = "failed";
        segment.settledAt = now;
      },
    };
  }

  /** Where the piece begins that was asked about last; null when there is none. */
  get lastFrom(): number | null {
    return this.#segments.at(-1)?.fromSample ?? null;
  }

  /** The last piece will be asked about again, as a part of a longer one: its own answer counts no more. */
  reopenLast(): void {
    this.#segments.pop();
  }

  /** Every word so far is known, or will never be. */
  get complete(): boolean {
    return !this.unasked && this.waiting === 0;
  }

  /** How many answers of the recogniser are still out. */
  get waiting(): number {
    return this.#segments.filter((segment) => segment.state === "asked").length;
  }

  /** The recogniser failed on a part of it. */
  get failed(): boolean {
    return this.#segments.some((segment) => segment.state === "failed");
  }

  /** When the last answer of the recogniser came. */
  get textAt(): number {
    return Math.max(Number.NEGATIVE_INFINITY, ...this.#segments.map((segment) => segment.settledAt));
  }

  get text(): string {
    return this.#texts()
      .map((transcript) => transcript.text.trim())
      .join(" ");
  }

  /** The least confident piece's confidence. */
  get confidence(): number | null {
    const known = this.#texts().flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
    return known.length === 0 ? null : Math.min(...known);
  }

  /** Answered too early: what was said before belongs to the same turn, in front. */
  follow(earlier: CallerDraft): CallerDraft {
    const merged = new CallerDraft({ ...earlier.#run, startSample: earlier.startSample });
    merged.endSample = this.endSample;
    merged.unasked = this.unasked;
    merged.interrupts = earlier.interrupts;
    merged.#earlierVoicedMs = earlier.voicedMs + this.#earlierVoicedMs;
    merged.#run = this.#run;
    merged.#segments.push(...earlier.#segments, ...this.#segments);
    return merged;
  }

  #texts(): Transcript[] {
    return this.#segments.flatMap(({ transcript }) =>
      transcript === null || transcript.text.trim() === "" ? [] : [transcript],
    );
  }
}
