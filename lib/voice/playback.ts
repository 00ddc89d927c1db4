import { SAMPLES_PER_MS } from "./audio-clock.ts";
import type { Clock, Line, Timer } from "./ports.ts";
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

  /** How much audio lies between us and the caller's ear, in ms. */
  get aheadMs(): number {
    return Math.max(0, this.#playsUntil - this.#clock.now());
  }

  /** A new utterance: positions count from here, marks of former ones no longer count. */
  begin(): void {
    this.#forgetMark();
    this.#generation += 1;
    this.#sent = 0;
    this.#marked = 0;
    this.#heard = 0;
  }

  send(audio: Uint8Array): void {
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
    if (!this.playing) this.#forgetMark();
    this.#onHeard();
  }

  /** Nothing more comes. Should the last mark get lost, time tells that it was played. */
  end(): void {
    this.#forgetMark();
    if (!this.playing) return;
    this.#lostMark = this.#clock.setTimer(this.aheadMs + this.#tuning.markLostMs, () => {
      this.#heard = this.#sent;
      this.#onHeard();
    });
  }

  /** Silence at once; what was not heard never will be. */
  clear(): void {
    if (this.playing) this.#line.clear();
    this.#playsUntil = this.#clock.now();
    this.begin();
  }

  close(): void {
    this.#forgetMark();
    this.#generation += 1;
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
