import { SAMPLES_PER_MS } from "./audio-clock.ts";
import { Clip, type ClipKind, type ClipVoice } from "./clip.ts";
import { beginningOf, heardText, MS_PER_LETTER, spokenText } from "./heard-text.ts";
import type { Playback } from "./playback.ts";
import type { SpokenPhrase, Timer } from "./ports.ts";
import type { VoiceTuning } from "./tuning.ts";

export interface SpeechQueueListener {
  /** The first piece of a sentence goes into the line just now. */
  sending(clip: Clip): void;
  /** All of a sentence was sent. */
  sent(clip: Clip): void;
  /** The voice failed, perhaps to be asked once more. */
  trouble(error: unknown): void;
  /** This sentence will not be heard, or not to its end. */
  failed(clip: Clip): void;
}

/**
 * Sentences in their order: while one goes into the line, the next is already being spoken. Audio goes out as it
 * comes, because the far side buffers.
 */
export class SpeechQueue {
  readonly #by: ClipVoice;
  readonly #playback: Playback;
  readonly #tuning: VoiceTuning;
  readonly #maySpeak: () => boolean;
  readonly #listener: SpeechQueueListener;
  readonly #clips: Clip[] = [];
  #next = 0;
  #begun = false;
  #room: Timer | null = null;
  #closed = false;

  constructor(
    by: ClipVoice,
    playback: Playback,
    tuning: VoiceTuning,
    maySpeak: () => boolean,
    listener: SpeechQueueListener,
  ) {
    this.#by = by;
    this.#playback = playback;
    this.#tuning = tuning;
    this.#maySpeak = maySpeak;
    this.#listener = listener;
    playback.begin();
  }

  /** Nothing is left to be sent. */
  get idle(): boolean {
    return this.#next >= this.#clips.length;
  }

  /** Some of it went into the line. */
  get begun(): boolean {
    return this.#begun;
  }

  /** How many sentences were heard to their end. */
  get heardSentences(): number {
    return this.#clips.filter(({ endSample }) => endSample !== null && endSample <= this.#playback.heard).length;
  }

  get text(): string {
    return spokenText(this.#clips);
  }

  get heardText(): string {
    return heardText(this.#clips, this.#playback.heard, this.#playback.sent);
  }

  add(phrase: SpokenPhrase, kind: ClipKind): void {
    this.#clips.push(new Clip(phrase, kind));
    this.pump();
  }

  /** Says this before everything that has not begun. */
  interject(phrase: SpokenPhrase, kind: ClipKind): void {
    const begun = this.#clips[this.#next]?.startSample != null ? 1 : 0;
    this.#clips.splice(this.#next + begun, 0, new Clip(phrase, kind));
    this.pump();
  }

  /** Forgets what was not sent yet. */
  dropRest(): void {
    for (const clip of this.#clips.splice(this.#next)) clip.close();
  }

  /** Sends what may be sent, and has the next sentences spoken. */
  pump(): void {
    while (!this.#closed && !this.idle && this.#maySpeak()) {
      const clip = this.#clips[this.#next];
      if (clip === undefined || !this.#send(clip)) break;
    }
    for (const clip of this.#clips.slice(this.#next, this.#next + 2)) this.#speak(clip);
  }

  close(): void {
    this.#closed = true;
    this.#room?.cancel();
    this.#room = null;
    for (const clip of this.#clips) clip.close();
  }

  /** Sends what there is of it; true when it is over and the next may begin. */
  #send(clip: Clip): boolean {
    for (let piece = clip.waiting[0]; piece !== undefined; piece = clip.waiting[0]) {
      if (this.#playback.aheadMs > this.#tuning.maxAheadMs) {
        this.#waitForRoom();
        return false;
      }
      clip.waiting.shift();
      const first = clip.startSample === null;
      clip.startSample ??= this.#playback.sent;
      this.#begun = true;
      this.#playback.send(piece);
      if (first) this.#listener.sending(clip);
      if (this.#closed) return false;
    }
    if (clip.state !== "there" && clip.state !== "failed") return false;
    this.#finish(clip);
    return true;
  }

  #finish(clip: Clip): void {
    this.#next += 1;
    this.#playback.mark();
    if (clip.state === "failed") {
      clip.text = clip.startSample === null ? "" : this.#spokenPart(clip, clip.startSample);
    }
    clip.startSample ??= this.#playback.sent;
    clip.endSample = this.#playback.sent;
    if (clip.state === "failed") this.#listener.failed(clip);
    else this.#listener.sent(clip);
  }

  /** A voice that broke off: what came of the sentence, by the usual pace of speech. */
  #spokenPart(clip: Clip, startSample: number): string {
    const whole = Math.max(1, clip.text.length * MS_PER_LETTER * SAMPLES_PER_MS);
    return beginningOf(clip.text, (this.#playback.sent - startSample) / whole);
  }

  #speak(clip: Clip): void {
    if (this.#closed || clip.state !== "new") return;
    // Settles whatever happens: a clip keeps its own errors.
    void clip.synthesize(
      this.#by,
      () => this.pump(),
      (error) => {
        if (!this.#closed) this.#listener.trouble(error);
      },
    );
  }

  #waitForRoom(): void {
    this.#room?.cancel();
    const tooFarMs = this.#playback.aheadMs - this.#tuning.maxAheadMs;
    this.#room = this.#by.clock.setTimer(Math.max(1, tooFarMs), () => this.pump());
  }
}
