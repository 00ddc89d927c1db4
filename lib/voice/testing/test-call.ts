import type { CallOptions } from "../options.ts";
import type { SpokenPhrase, Utterance } from "../ports.ts";
import { CallSession } from "../session.ts";
import type { AgentTurn, CallerTurn, Ending, SessionEvent, Turn } from "../turns.ts";
import { FakeBrain, FakeLine, FakeVoice, letters, type Script, streamed } from "./fake-agent.ts";
import { FakeDetector, FakeEars, SILENCE } from "./fake-caller.ts";
import { FakeClock } from "./fake-clock.ts";

const FRAME = 160;
const WORD_SAMPLES = 2000;
const NOISE = 0x90;

export interface TestCallOptions extends Partial<Omit<CallOptions, "events">> {
  brain?: (history: readonly Utterance[]) => Script;
  detectorLagMs?: () => number;
}

/** A phrase that is rendered ahead. */
export function phrase(text: string, ready = true): SpokenPhrase {
  return { text, audio: ready ? new Uint8Array(letters(text)).fill(1) : null };
}

export const phrases = {
  pleaseRepeat: phrase("סליחה, לא שמעתי. אפשר שוב?"),
  stillThere: phrase("אתם עדיין איתי?"),
  silenceGoodbye: phrase("תודה שהתקשרתם, להתראות."),
  technical: phrase("סליחה, יש לי רגע תקלה. אפשר לחזור על זה?"),
  filler: phrase("רגע, אני בודק"),
  fillerAgain: phrase("עוד רגע"),
};

/** A whole call in virtual time: a caller who speaks words, and everything that the session is given. */
export class TestCall {
  readonly clock = new FakeClock();
  readonly line = new FakeLine(this.clock);
  readonly voice = new FakeVoice(this.clock);
  readonly brain: FakeBrain;
  readonly detector: FakeDetector;
  readonly ears: FakeEars;
  readonly session: CallSession;
  readonly events: SessionEvent[] = [];
  readonly startedAt = this.clock.now();
  readonly #words = new Map<string, number>();
  readonly #vocabulary = new Map<number, string>();
  readonly #samplesOf = new Map<number, number>();

  constructor(options: TestCallOptions = {}) {
    const { brain = () => streamed("בשמחה. מתי נוח לך?"), detectorLagMs, ...call } = options;
    this.brain = new FakeBrain(this.clock, brain);
    this.detector = new FakeDetector(this.clock, detectorLagMs);
    this.ears = new FakeEars(this.clock, this.#vocabulary, this.#samplesOf);
    const { clock, line, detector, ears, voice } = this;
    this.session = new CallSession(
      { clock, line, detector, ears, voice, brain: this.brain },
      { greeting: null, phrases, ...call, events: (event) => this.events.push(event) },
    );
    this.line.onMark = (name) => this.session.onMark(name);
  }

  /** Words of 250 ms each, one after the other. */
  async say(text: string): Promise<number> {
    for (const word of text.split(" ")) await this.sound(WORD_SAMPLES / 8, this.#byteOf(word));
    return this.clock.now();
  }

  /** So much of a word that was spoken before, all at once, as frames that had to wait. */
  burst(word: string, ms: number): void {
    this.session.onAudio(new Uint8Array(ms * 8).fill(this.#byteOf(word)));
  }

  async quiet(ms: number): Promise<void> {
    await this.sound(ms, SILENCE);
  }

  /** A voice in which no word can be made out. */
  async mumble(ms: number): Promise<void> {
    await this.sound(ms, NOISE);
  }

  /** So much audio of this one byte, as 20 ms frames in real time (the last one may be shorter). */
  async sound(ms: number, byte: number): Promise<void> {
    for (let left = ms * 8; left > 0; left -= FRAME) {
      const length = Math.min(FRAME, left);
      await this.clock.advance(length / 8);
      this.session.onAudio(new Uint8Array(length).fill(byte));
    }
    await this.clock.advance(0);
  }

  async end(ending: Ending = { kind: "caller_hung_up" }): Promise<void> {
    const ended = this.session.end(ending);
    await this.clock.advance(10_000);
    await ended;
    this.line.close();
  }

  /** The last state of every turn, in order. */
  get turns(): Turn[] {
    const last = new Map<number, Turn>();
    for (const event of this.events) if (event.type === "turn") last.set(event.turn.index, event.turn);
    return [...last.values()].sort((a, b) => a.index - b.index);
  }

  get callerTurns(): CallerTurn[] {
    return this.turns.filter((turn) => turn.speaker === "caller");
  }

  get agentTurns(): AgentTurn[] {
    return this.turns.filter((turn) => turn.speaker === "agent");
  }

  /** "caller: …" and "agent: … (what was heard)". */
  get script(): string[] {
    return this.turns.map((turn) =>
      turn.speaker === "caller" ? `caller: ${turn.text}` : `agent: ${turn.text} (${turn.heardText})`,
    );
  }

  of<T extends SessionEvent["type"]>(type: T): Extract<SessionEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<SessionEvent, { type: T }> => event.type === type);
  }

  #byteOf(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const byte = this.#words.size + 1;
    this.#words.set(word, byte);
    this.#vocabulary.set(byte, word);
    this.#samplesOf.set(byte, WORD_SAMPLES);
    return byte;
  }
}
