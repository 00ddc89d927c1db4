import type { Transcript } from "#lib/providers/stt/types.ts";
import { judge, type Verdict } from "./gibberish/judge.ts";
import { joinedAtOverlap } from "./overlap.ts";
import { SoundMeter } from "./sound-meter.ts";
import type { SpeechRun } from "./speech-tracker.ts";

/** A piece of the turn that the recogniser was asked about. */
interface Segment {
  /** Where its audio begins. */
  fromSample: number;
  /** It begins with audio that the piece before it ended with. */
  overlaps: boolean;
  meter: SoundMeter;
  transcript: Transcript | null;
  /** Whether its words were said at all; null while there are none. */
  verdict: Verdict | null;
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
  /** How often the recogniser was asked, in all. */
  asks = 0;
  /** What was said to bridge the wait for its words: it belongs to the turn of the agent that answers it. */
  readonly bridge: string[] = [];

  #run: SpeechRun;
  /** How much of the run was measured, and how the speech sounds that the recogniser was not asked about yet. */
  #measuredMs = 0;
  #meter = new SoundMeter();
  #overlaps = false;
  readonly #segments: Segment[] = [];

  constructor(run: SpeechRun) {
    this.startSample = run.startSample;
    this.endSample = run.endSample;
    this.#run = run;
  }

  /** How much speech there was in all, without what turned out to be noise. */
  get voicedMs(): number {
    const pieces = this.#segments.filter(({ verdict }) => verdict !== "noise").map(({ meter }) => meter);
    return [...pieces, this.#meter].reduce((sum, { voicedMs }) => sum + voicedMs, 0);
  }

  /** The run goes on, or a new one has begun; the last window's level is the root mean square of its samples. */
  speech(run: SpeechRun, level: number): void {
    if (run !== this.#run) {
      this.#measuredMs = 0;
      this.#run = run;
    }
    if (run.voicedMs > this.#measuredMs) this.#meter.add(run, run.voicedMs - this.#measuredMs, level);
    this.#measuredMs = run.voicedMs;
    this.endSample = run.endSample;
  }

  /** The recogniser was asked about everything since `fromSample`. Settle the segment with its answer. */
  ask(fromSample: number): { there: (transcript: Transcript, now: number) => void; failed: (now: number) => void } {
    const segment: Segment = {
      fromSample,
      overlaps: this.#overlaps,
      meter: this.#meter,
      transcript: null,
      verdict: null,
      state: "asked",
      settledAt: Number.NEGATIVE_INFINITY,
    };
    this.#segments.push(segment);
    this.#meter = new SoundMeter();
    this.#overlaps = false;
    this.unasked = false;
    this.asks += 1;
    return {
      there: (transcript, now) => {
        segment.transcript = transcript;
        const wordless = transcript.text.trim() === "";
        segment.verdict = wordless ? null : judge({ ...transcript, sound: segment.meter.sound });
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
    const last = this.#segments.pop();
    this.#meter = last?.meter ?? this.#meter;
    this.#overlaps = last?.overlaps ?? false;
  }

  /** The next piece begins with so much of the speech (ms, of this level) that the last one ended with. */
  overlap(run: SpeechRun, ms: number, level: number): void {
    this.#overlaps = true;
    this.#meter.add(run, ms, level);
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

  /** Nothing is known of what was said, and it is the recogniser that failed, or that has not answered yet. */
  get unheard(): boolean {
    return this.text === "" && (this.failed || this.waiting > 0);
  }

  /** When the last answer of the recogniser came. */
  get textAt(): number {
    return Math.max(Number.NEGATIVE_INFINITY, ...this.#segments.map((segment) => segment.settledAt));
  }

  /** What was perhaps said: without what the recogniser invented. */
  get text(): string {
    return joined(this.#texts("speech", "doubtful"));
  }

  /** What was certainly said, so that it can be answered. */
  get clearText(): string {
    return joined(this.#texts("speech"));
  }

  /** The least confident piece's confidence; 0 when it is doubtful whether anything of the text was said. */
  get confidence(): number | null {
    const said = this.#texts("speech");
    if (said.length === 0 && this.text !== "") return 0;
    // A recogniser's own 0 is no figure (see the judge's signs) and must not look like doubt.
    const known = said.flatMap(({ transcript }) => (transcript.confidence ? [transcript.confidence] : []));
    return known.length === 0 ? null : Math.min(...known);
  }

  /** Answered too early: what was said before belongs to the same turn, in front. */
  follow(earlier: CallerDraft): CallerDraft {
    const merged = new CallerDraft({ ...earlier.#run, startSample: earlier.startSample });
    merged.endSample = this.endSample;
    merged.unasked = this.unasked;
    merged.interrupts = earlier.interrupts;
    merged.asks = earlier.asks + this.asks;
    merged.bridge.push(...earlier.bridge, ...this.bridge);
    merged.#run = this.#run;
    merged.#measuredMs = this.#measuredMs;
    merged.#meter = this.#meter;
    merged.#overlaps = this.#overlaps;
    merged.#segments.push(...earlier.#segments, ...this.#segments);
    return merged;
  }

  #texts(...verdicts: Verdict[]): Said[] {
    return this.#segments.flatMap(({ transcript, verdict, overlaps }) =>
      transcript === null || verdict === null || !verdicts.includes(verdict) ? [] : [{ transcript, overlaps }],
    );
  }
}

type Said = { transcript: Transcript; overlaps: boolean };

function joined(said: readonly Said[]): string {
  let whole = "";
  for (const { transcript, overlaps } of said) {
    const text = transcript.text.trim();
    whole = overlaps ? joinedAtOverlap(whole, text) : [whole, text].filter(Boolean).join(" ");
  }
  return whole;
}
