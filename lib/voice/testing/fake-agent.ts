import type { SpeechRequest } from "#lib/providers/tts/types.ts";
import type { Brain, BrainEvent, CallPorts, Line, Utterance } from "../ports.ts";
import type { FakeClock } from "./fake-clock.ts";

/** What the brain does, in order: waits, events, or an error that it throws. */
export type Script = (number | BrainEvent | Error)[];

/** Answers every question by the next script; keeps what it was asked. */
export class FakeBrain implements Brain {
  readonly asked: Utterance[][] = [];
  readonly signals: AbortSignal[] = [];
  readonly #clock: FakeClock;
  readonly #next: (history: readonly Utterance[]) => Script;

  constructor(clock: FakeClock, next: (history: readonly Utterance[]) => Script) {
    this.#clock = clock;
    this.#next = next;
  }

  async *reply(history: readonly Utterance[], signal: AbortSignal, decided: Promise<void>): AsyncIterable<BrainEvent> {
    this.asked.push([...history]);
    this.signals.push(signal);
    for (const step of this.#next(history)) {
      if (typeof step === "object" && "type" in step && step.type === "tool") await decided;
      if (signal.aborted) return;
      if (typeof step === "number") await this.#clock.wait(step, signal);
      else if (step instanceof Error) throw step;
      else yield step;
    }
  }
}

/** A text as a model writes it: so long to the first token, then word by word. */
export function streamed(text: string, firstMs = 450, tokenMs = 15): Script {
  const words = text.split(/(?<=\s)/u);
  return words.flatMap((word, at): Script => [at === 0 ? firstMs : tokenMs, { type: "text", delta: word }]);
}

/** Speaks every letter for 60 ms; audio comes at ten times real time, in pieces of 100 ms. */
export class FakeVoice {
  readonly requests: string[] = [];
  readonly signals: AbortSignal[] = [];
  firstByteMs: () => number = () => 200;
  /** Asked for every request: an error to throw, "stall", or null. */
  trouble: (text: string) => Error | "stall" | "cut" | null = () => null;
  /** Another voice speaks, because of this. */
  stepsIn: Error | null = null;
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  async *synthesize(request: SpeechRequest, signal: AbortSignal): AsyncIterable<Uint8Array> {
    this.requests.push(request.text);
    this.signals.push(signal);
    const trouble = this.trouble(request.text);
    if (trouble instanceof Error) throw trouble;
    if (this.stepsIn) request.onTrouble?.(this.stepsIn);
    await this.#clock.wait(trouble === "stall" ? 1e9 : this.firstByteMs(), signal);
    const samples = letters(request.text);
    for (let at = 0; at < samples && !signal.aborted; at += 800) {
      yield new Uint8Array(Math.min(800, samples - at)).fill(1);
      if (trouble === "cut" && at >= samples / 2) throw new Error("the voice broke off");
      await this.#clock.wait(10, signal);
    }
  }
}

/** How many samples the fake voice needs for a text. */
export function letters(text: string): number {
  return text.length * 60 * 8;
}

type Sent = { kind: "audio"; at: number; samples: number } | { kind: "clear"; at: number };

/** The far side: plays in real time what it gets, echoes marks when played, or at once when cleared. */
export class FakeLine implements Line {
  readonly log: Sent[] = [];
  onMark: (name: string) => void = () => {};
  losesMarks = false;
  readonly #clock: FakeClock;
  #playsUntil = 0;
  #marks: { name: string; cancel: () => void }[] = [];

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  send(audio: Uint8Array): void {
    const now = this.#clock.now();
    this.log.push({ kind: "audio", at: now, samples: audio.length });
    this.#playsUntil = Math.max(this.#playsUntil, now) + audio.length / 8;
  }

  mark(name: string): void {
    if (this.losesMarks) return;
    const timer = this.#clock.setTimer(Math.max(0, this.#playsUntil - this.#clock.now()), () => {
      this.#marks = this.#marks.filter((mark) => mark !== entry);
      this.onMark(name);
    });
    const entry = { name, cancel: () => timer.cancel() };
    this.#marks.push(entry);
  }

  clear(): void {
    this.log.push({ kind: "clear", at: this.#clock.now() });
    this.#playsUntil = this.#clock.now();
    const marks = this.#marks;
    this.#marks = [];
    for (const mark of marks) {
      mark.cancel();
      this.#clock.setTimer(5, () => this.onMark(mark.name));
    }
  }

  /** How far ahead of the ear it is. */
  get aheadMs(): number {
    return Math.max(0, this.#playsUntil - this.#clock.now());
  }

  close(): void {
    for (const mark of this.#marks) mark.cancel();
    this.#marks = [];
  }

  get clears(): number[] {
    return this.log.flatMap((sent) => (sent.kind === "clear" ? [sent.at] : []));
  }

  get firstAudioAt(): number | null {
    return this.log.find((sent) => sent.kind === "audio")?.at ?? null;
  }
}

export type FakePorts = CallPorts & { clock: FakeClock; line: FakeLine; voice: FakeVoice; brain: FakeBrain };
