import { SAMPLES_PER_MS } from "./audio-clock.ts";
import type { Clock, Line, Timer } from "./ports.ts";
import { samplesToRepeat } from "./resume-point.ts";
import type { VoiceTuning } from "./tuning.ts";

/**
 * What was sent into the line and how much of it was heard. Positions are samples since `begin`.
 * The far side echoes the marks of cleared audio too, so a mark counts only for its own generation.
 */
export class Playback {
  readonly #clock: Clock;
  readonly #line: Line;
  readonly #tuning: VoiceTuning;
  readonly #onHeard: () => void;
  #generation = 0;
  #sent = 0;
  #marked = 0;
  #heard = 0;
  #playsUntil = 0;
  #lostMark: Timer | null = null;
  /** When the ear was known to be where; audio is counted on from there. */
  #earKnown = { at: 0, position: 0 };
  /** What was sent of late, up to `sent`: what was not heard yet, and `repeatMs` before that. */
  #recent: Uint8Array[] = [];
  #paused = false;

  constructor(clock: Clock, line: Line, tuning: VoiceTuning, onHeard: () => void) {
    this.#clock = clock;
    this.#line = line;
    this.#tuning = tuning;
    this.#onHeard = onHeard;
  }

  get sent(): number {
    return this.#sent;
  }

  get heard(): number {
    return this.#heard;
  }

  /** Something that was sent was not heard yet, as far as the marks tell. */
  get playing(): boolean {
    return this.#heard < this.#sent;
  }

  /** Nothing is to be sent now. */
  get paused(): boolean {
    return this.#paused;
  }

  /** How much of what was sent is still to be heard, in ms, as far as the marks and the time tell. */
  get unheardMs(): number {
    return (this.#sent - this.#ear()) / SAMPLES_PER_MS;
  }

  /** How much audio lies between us and the caller's ear, in ms. */
  get aheadMs(): number {
    return Math.max(0, this.#playsUntil - this.#clock.now());
  }

  /** How long the caller has heard nothing of us, in ms. */
  get quietMs(): number {
    return Math.max(0, this.#clock.now() - this.#playsUntil);
  }

  /** A new utterance: positions count from here, marks of former ones no longer count. */
  begin(): void {
    this.#forgetMark();
    this.#generation += 1;
    this.#sent = 0;
    this.#marked = 0;
    this.#heard = 0;
    this.#recent = [];
    this.#paused = false;
  }

  send(audio: Uint8Array): void {
    if (!this.playing) this.#earKnown = { at: this.#clock.now(), position: this.#sent };
    this.#recent.push(audio);
    const every = this.#tuning.markEveryMs * SAMPLES_PER_MS;
    for (let at = 0; at < audio.length; ) {
      const piece = audio.subarray(at, at + every - (this.#sent - this.#marked));
      this.#line.send(piece);
      this.#sent += piece.length;
      at += piece.length;
      if (this.#sent - this.#marked >= every) this.#mark();
    }
    const lengthMs = audio.length / SAMPLES_PER_MS;
    this.#playsUntil = Math.max(this.#playsUntil, this.#clock.now()) + lengthMs;
  }

  /** A sentence ends here. */
  mark(): void {
    if (this.#marked < this.#sent) this.#mark();
  }

  onMark(name: string): void {
    const [generation, position] = name.split(".").map(Number);
    if (generation !== this.#generation || position === undefined || !Number.isSafeInteger(position)) return;
    if (position <= this.#heard || position > this.#sent) return;
    this.#heard = position;
    this.#earKnown = { at: this.#clock.now(), position };
    this.#forgetHeard();
    if (!this.playing) this.#forgetMark();
    this.#onHeard();
  }

  /** Nothing more comes. Should the last mark get lost, time tells that it was played. */
  end(): void {
    this.#forgetMark();
    if (!this.playing || this.#paused) return;
    this.#lostMark = this.#clock.setTimer(this.aheadMs + this.#tuning.markLostMs, () => {
      this.#heard = this.#sent;
      this.#onHeard();
    });
  }

  /** Silence at once; what was not heard is kept. */
  pause(): void {
    const ear = this.#ear();
    this.#forgetMark();
    if (this.playing) this.#line.clear();
    // Marks of what was cleared come back too.
    this.#generation += 1;
    this.#paused = true;
    this.#playsUntil = this.#clock.now();
    this.#earKnown = { at: this.#clock.now(), position: ear };
  }

  /** Goes on where the caller's ear was; a few sounds are said again, so that no word begins in its middle. */
  goOn(): void {
    if (!this.#paused) return;
    this.#paused = false;
    const { position } = this.#earKnown;
    const kept = Buffer.concat(this.#recent);
    const keptFrom = this.#sent - kept.length;
    const mayRepeat = kept.subarray(Math.max(0, position - keptFrom - this.#repeatSamples), position - keptFrom);
    const from = Math.max(this.#heard, position - samplesToRepeat(mayRepeat));
    this.#sent = from;
    this.#marked = from;
    this.#recent = [kept.subarray(0, from - keptFrom)];
    this.#earKnown = { at: this.#clock.now(), position: from };
    const unheard = kept.subarray(from - keptFrom);
    if (unheard.length > 0) this.send(unheard);
    else this.#heard = from;
    this.mark();
  }

  /** Silence at once; what was not heard never will be. */
  clear(): void {
    if (this.playing && !this.#paused) this.#line.clear();
    this.#playsUntil = this.#clock.now();
    this.begin();
  }

  close(): void {
    this.#forgetMark();
    this.#generation += 1;
  }

  /** Never further than what has been played: what is said once more does less harm than what is missing. */
  #ear(): number {
    if (this.#paused) return this.#earKnown.position;
    const now = this.#clock.now();
    const byMarks = this.#earKnown.position + (now - this.#earKnown.at) * SAMPLES_PER_MS;
    const played = this.#sent - this.aheadMs * SAMPLES_PER_MS;
    return Math.max(this.#heard, Math.floor(Math.min(byMarks, played)));
  }

  get #repeatSamples(): number {
    return this.#tuning.repeatMs * SAMPLES_PER_MS;
  }

  #forgetHeard(): void {
    let from = this.#sent - this.#recent.reduce((sum, { length }) => sum + length, 0);
    for (let first = this.#recent[0]; first !== undefined; first = this.#recent[0]) {
      from += first.length;
      if (from > this.#heard - this.#repeatSamples) return;
      this.#recent.shift();
    }
  }

  #mark(): void {
    this.#marked = this.#sent;
    this.#line.mark(`${this.#generation}.${this.#sent}`);
  }

  #forgetMark(): void {
    this.#lostMark?.cancel();
    this.#lostMark = null;
  }
}
