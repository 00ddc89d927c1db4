import type { TranscriptionStream } from "#lib/providers/stt/types.ts";
import { AudioClock, SAMPLES_PER_MS } from "./audio-clock.ts";
import { AudioRing } from "./audio-ring.ts";
import { CallerDraft } from "./caller-draft.ts";
import { Loudness, rootMeanSquare } from "./loudness.ts";
import type { Clock, SpeechDetector, Timer } from "./ports.ts";
import { runMs, type SpeechRun, SpeechTracker } from "./speech-tracker.ts";
import type { VoiceTuning } from "./tuning.ts";

const WINDOW_SAMPLES = 256;
const RING_SAMPLES = 12_000 * SAMPLES_PER_MS;

/** What the one who listens is told. */
export interface HearingListener {
  /** Somebody speaks; told again with every window. `lasting`: long enough to take the floor. */
  speech(draft: CallerDraft, lasting: boolean): void;
  /** Whether what is being said will be answered; then its words are wanted as soon as it may be over. */
  answers(): boolean;
  /** Nobody speaks, since `silenceMs`; told again with every window until the draft is taken or dropped. */
  quiet(draft: CallerDraft, silenceMs: number): void;
  /** A text came for a draft that was taken before. */
  late(draft: CallerDraft): void;
  failed(error: unknown): void;
}

export interface HearingPorts {
  clock: Clock;
  detector: SpeechDetector;
  ears: TranscriptionStream;
}

/**
 * The caller's side: finds speech, gives the recogniser exactly that (with some audio around it, so that no word is
 * clipped) and asks it in every silence, before we know whether the turn is over.
 */
export class Hearing {
  readonly #ports: HearingPorts;
  readonly #tuning: VoiceTuning;
  readonly #listener: HearingListener;
  readonly #clock = new AudioClock();
  readonly #ring = new AudioRing(RING_SAMPLES);
  readonly #tracker: SpeechTracker;
  readonly #loudness = new Loudness();
  #risenMs = 0;
  #draft: CallerDraft | null = null;
  /** How far the detector has looked. */
  #position = 0;
  #heardAt = 0;
  /** How much the recogniser was given, and where it began with what it was not asked about yet. */
  #given = 0;
  #givenFrom = 0;
  #stallWatch: Timer | null = null;
  #closed = false;

  constructor(ports: HearingPorts, tuning: VoiceTuning, listener: HearingListener) {
    this.#ports = ports;
    this.#tuning = tuning;
    this.#listener = listener;
    this.#tracker = new SpeechTracker(tuning);
    ports.detector.onProbability((probability, endSample) => this.#window(probability, endSample));
  }

  /** What is being said and was not answered yet. */
  get draft(): CallerDraft | null {
    return this.#draft;
  }

  /** When the sample at this position was spoken. */
  timeOf(sample: number): number {
    return this.#clock.at(sample);
  }

  onAudio(mulaw: Uint8Array): void {
    if (this.#closed || mulaw.length === 0) return;
    this.#ring.push(mulaw);
    this.#clock.arrived(this.#ring.end, this.#ports.clock.now());
    this.#ports.detector.push(mulaw);
  }

  /** It was noise: neither the recogniser nor anybody else hears of it. */
  drop(): void {
    if (this.#draft?.unasked) {
      this.#ports.ears.discard();
      // Should a word follow at once, this may have been its first sound.
      this.#given = this.#givenFrom;
    }
    this.#forget();
  }

  /** The call is over: all that was said, to its last sample. */
  takeLast(): CallerDraft | null {
    if (this.#draft?.unasked) this.#give(this.#ring.end);
    return this.take();
  }

  /** The turn is over: the draft belongs to whoever answers it. */
  take(): CallerDraft | null {
    const draft = this.#draft;
    if (draft?.unasked) this.#ask(draft);
    this.#forget();
    return draft;
  }

  /** What is being said goes on a turn that was taken too early. */
  resume(earlier: CallerDraft): CallerDraft {
    this.#draft = this.#draft === null ? earlier : this.#draft.follow(earlier);
    this.#watchForStall();
    return this.#draft;
  }

  /** No more audio; texts that were asked for may still come until `closeEars`. */
  close(): void {
    this.#closed = true;
    this.#forget();
    this.#ports.detector.close();
  }

  closeEars(): void {
    this.#ports.ears.close();
  }

  #window(probability: number, endSample: number): void {
    if (this.#closed || endSample <= this.#position) return;
    this.#position = endSample;
    this.#heardAt = this.#ports.clock.now();
    const level = rootMeanSquare(this.#ring.slice(endSample - WINDOW_SAMPLES, endSample));
    this.#risenMs = this.#loudness.push(level);
    const run = this.#tracker.push(probability, endSample, this.#risenMs >= this.#tuning.risenMs);
    if (run !== null) this.#speech(run, probability, level, endSample > run.endSample);
    else if (this.#draft !== null) this.#quiet(this.#draft, this.#silenceMs(this.#draft));
  }

  /** `fading`: this window was silent, so that the run may be over; most often it is not. */
  #speech(run: SpeechRun, probability: number, level: number, fading: boolean): void {
    const draft = this.#draft ?? new CallerDraft(run);
    if (draft !== this.#draft) this.#beginSegment(run);
    else if (!draft.unasked && !fading) this.#continueDraft(draft, run, level);
    if (draft !== this.#draft) {
      this.#draft = draft;
      this.#watchForStall();
    }
    if (!fading) draft.unasked = true;
    draft.speech(run, level);
    if (draft.unasked) this.#giveHeard(draft);
    if (draft.unasked && this.#given - this.#givenFrom >= this.#tuning.longestPieceMs * SAMPLES_PER_MS)
      this.#ask(draft);
    this.#listener.speech(draft, this.#lasts(run, probability));
    if (fading && this.#draft === draft && this.#worthAskingEarly(draft)) this.#ask(draft);
  }

  /** Long enough to take the floor: as speech alone, or as a sound that has lasted and that is speech by now. */
  #lasts(run: SpeechRun, probability: number): boolean {
    const tuning = this.#tuning;
    if (runMs(run) >= tuning.bargeInMs && run.voicedMs >= tuning.bargeInVoicedMs) return true;
    const risen = this.#risenMs >= tuning.bargeInRisenMs && run.voicedMs >= tuning.bargeInRisenVoicedMs;
    return risen && probability > tuning.onsetProbability;
  }

  /** The sooner it is asked, the sooner there is an answer; but each time that the caller goes on costs one for nothing. */
  #worthAskingEarly(draft: CallerDraft): boolean {
    const { earlySilenceMs, laterSilenceMs, earlyAsks, earlyAskEveryMs, rejoinPieceMs } = this.#tuning;
    if (!draft.unasked || !this.#listener.answers()) return false;
    const early = draft.asks < earlyAsks + Math.floor(draft.voicedMs / earlyAskEveryMs);
    const pieceMs = (this.#given - this.#givenFrom) / SAMPLES_PER_MS;
    return this.#silenceMs(draft) >= (early ? earlySilenceMs : laterSilenceMs) && pieceMs <= rejoinPieceMs;
  }

  /**
   * The caller goes on after a silence in which the recogniser was asked. A short one may have been inside a word (a
   * closure, a sound that the detector does not know): then it is asked again about the whole piece. Without a silence
   * (the piece had only become too long) the next one begins a little before its end, since it may have cut a word.
   */
  #continueDraft(draft: CallerDraft, run: SpeechRun, level: number): void {
    const from = draft.lastFrom;
    const gapMs = (run.startSample - draft.endSample) / SAMPLES_PER_MS;
    const pieceMs = from === null ? 0 : (run.startSample - from) / SAMPLES_PER_MS;
    if (from !== null && this.#given - from >= this.#tuning.longestPieceMs * SAMPLES_PER_MS) {
      this.#given = Math.max(run.startSample, this.#given - this.#tuning.overlapMs * SAMPLES_PER_MS);
      this.#givenFrom = this.#given;
      draft.overlap(run, (draft.endSample - this.#given) / SAMPLES_PER_MS, level);
      return;
    }
    if (from === null || gapMs > this.#tuning.rejoinGapMs || pieceMs > this.#tuning.rejoinPieceMs) {
      this.#beginSegment(run);
      return;
    }
    draft.reopenLast();
    this.#given = from;
    this.#givenFrom = from;
  }

  #beginSegment(run: SpeechRun): void {
    this.#given = Math.max(this.#given, run.startSample - this.#tuning.preRollMs * SAMPLES_PER_MS);
    this.#givenFrom = this.#given;
  }

  #quiet(draft: CallerDraft, silenceMs: number): void {
    if (draft.unasked) this.#giveHeard(draft);
    // A boundary inside a word would lose the word, so nothing is decided while something may just be beginning.
    if (this.#tracker.wavering) return;
    this.#listener.quiet(draft, silenceMs);
    if (this.#draft === draft && draft.unasked && silenceMs >= this.#tuning.commitSilenceMs) this.#ask(draft);
  }

  /**
   * Up to the end of speech and a little more, because words end softly. Not up to here: the detector notices a
   * beginning late, and a word that has already begun belongs whole to the next piece.
   */
  #giveHeard(draft: CallerDraft): void {
    this.#give(Math.min(this.#position, draft.endSample + this.#tuning.tailMs * SAMPLES_PER_MS));
  }

  #give(to: number): void {
    const audio = this.#ring.slice(this.#given, to);
    this.#given = Math.max(this.#given, to);
    if (audio.length > 0) this.#ports.ears.append(audio);
  }

  #ask(draft: CallerDraft): void {
    const segment = draft.ask(this.#givenFrom);
    const settle = (settled: () => void) => {
      settled();
      if (draft !== this.#draft) this.#listener.late(draft);
      else if (!this.#tracker.busy) this.#quiet(draft, this.#silenceMs(draft));
    };
    this.#commit().then(
      (transcript) => settle(() => segment.there(transcript, this.#ports.clock.now())),
      (error: unknown) =>
        settle(() => {
          segment.failed(this.#ports.clock.now());
          this.#listener.failed(error);
        }),
    );
  }

  /** Async, so that a commit which throws at once is a rejection like any other. */
  async #commit() {
    return await this.#ports.ears.commit();
  }

  #silenceMs(draft: CallerDraft): number {
    return (this.#position - draft.endSample) / SAMPLES_PER_MS;
  }

  #forget(): void {
    this.#draft = null;
    this.#stallWatch?.cancel();
    this.#stallWatch = null;
  }

  /** When the detector says nothing for long (its worker died, the line is dead), time itself is the silence. */
  #watchForStall(): void {
    this.#stallWatch?.cancel();
    this.#stallWatch = this.#ports.clock.setTimer(this.#tuning.detectorStallMs / 2, () => {
      const draft = this.#draft;
      if (draft === null) return;
      this.#watchForStall();
      const now = this.#ports.clock.now();
      if (now - this.#heardAt < this.#tuning.detectorStallMs) return;
      this.#tracker.reset();
      if (draft.unasked) this.#give(this.#ring.end);
      this.#quiet(draft, Math.max(this.#silenceMs(draft), now - this.timeOf(draft.endSample)));
    });
  }
}
