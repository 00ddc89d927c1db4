import type { Transcript, TranscriptionStream } from "#lib/providers/stt/types.ts";
import type { SpeechDetector } from "../ports.ts";
import type { FakeClock } from "./fake-clock.ts";

/** What a test's caller says: a stretch of audio bytes that stand for one word each. */
export interface Said {
  fromSample: number;
  toSample: number;
  word: number;
}

const WINDOW = 256;

/** The mu-law of silence. */
export const SILENCE = 0xff;

/** Takes every byte that is not silence for speech. */
export class FakeDetector implements SpeechDetector {
  closed = false;
  readonly #clock: FakeClock;
  readonly #lagMs: () => number;
  #listener: (probability: number, endSample: number) => void = () => {};
  #samples = 0;
  #voiced = 0;
  /** Results come in order, however long each takes. */
  #lastAt = 0;
  dead = false;

  constructor(clock: FakeClock, lagMs: () => number = () => 4) {
    this.#clock = clock;
    this.#lagMs = lagMs;
  }

  push(mulaw: Uint8Array): void {
    for (const byte of mulaw) {
      if (byte !== SILENCE) this.#voiced += 1;
      this.#samples += 1;
      if (this.#samples % WINDOW !== 0) continue;
      const probability = this.#voiced / WINDOW;
      const end = this.#samples;
      this.#voiced = 0;
      this.#lastAt = Math.max(this.#lastAt, this.#clock.now() + this.#lagMs());
      if (!this.dead) this.#clock.setTimer(this.#lastAt - this.#clock.now(), () => this.#listener(probability, end));
    }
  }

  onProbability(listener: (probability: number, endSample: number) => void): void {
    this.#listener = listener;
  }

  close(): void {
    this.closed = true;
  }
}

/** Knows a word only when (nearly) all of its audio came in one piece. Bytes 1..250 are words of the vocabulary. */
export class FakeEars implements TranscriptionStream {
  closed = false;
  commits = 0;
  longestCommitMs = 0;
  delayMs: () => number = () => 450;
  /** What the next commits answer instead of the truth. */
  readonly failures: unknown[] = [];
  /** And what it makes words of, whatever was said. */
  readonly inventions: Transcript[] = [];
  stalled = false;
  readonly #clock: FakeClock;
  readonly #vocabulary: ReadonlyMap<number, string>;
  readonly #samplesOf: ReadonlyMap<number, number>;
  #bytes: number[] = [];

  constructor(clock: FakeClock, vocabulary: ReadonlyMap<number, string>, samplesOf: ReadonlyMap<number, number>) {
    this.#clock = clock;
    this.#vocabulary = vocabulary;
    this.#samplesOf = samplesOf;
  }

  append(mulaw: Uint8Array): void {
    for (const byte of mulaw) this.#bytes.push(byte);
  }

  async commit(): Promise<Transcript> {
    const text = this.#read();
    this.longestCommitMs = Math.max(this.longestCommitMs, this.#bytes.length / 8);
    this.#bytes = [];
    this.commits += 1;
    if (this.stalled) return new Promise(() => {});
    await this.#clock.wait(this.delayMs());
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    const invention = this.inventions.shift();
    if (invention !== undefined) return invention;
    return { text, confidence: text === "" ? null : 0.9, noSpeech: null, compression: null };
  }

  discard(): void {
    this.#bytes = [];
  }

  close(): void {
    this.closed = true;
  }

  #read(): string {
    const words: string[] = [];
    for (let at = 0; at < this.#bytes.length; ) {
      const word = this.#bytes[at] ?? SILENCE;
      let to = at;
      while (to < this.#bytes.length && this.#bytes[to] === word) to += 1;
      const text = this.#vocabulary.get(word);
      if (text !== undefined && to - at === this.#samplesOf.get(word)) words.push(text);
      at = to;
    }
    return words.join(" ");
  }
}
