import type { CallerDraft } from "./caller-draft.ts";
import { completeness, silenceNeeded, turnIsOver } from "./endpointing.ts";
import { Hearing } from "./hearing.ts";
import { History } from "./history.ts";
import { Interruption } from "./interruption.ts";
import { Keypad } from "./keypad.ts";
import { LastWords } from "./last-words.ts";
import { Ledger } from "./ledger.ts";
import { Stopwatch } from "./metrics.ts";
import type { CallOptions } from "./options.ts";
import { Patience } from "./patience.ts";
import { Playback } from "./playback.ts";
import type { CallPorts, SpokenPhrase, Timer, Utterance } from "./ports.ts";
import { type Question, Reply } from "./reply.ts";
import { SilenceWatch } from "./silence-watch.ts";
import { Speculation } from "./speculation.ts";
import { Teller } from "./teller.ts";
import { defaultTuning, type VoiceTuning } from "./tuning.ts";
import { type Ending, endingOf, type StreamCut } from "./turns.ts";
import { WordWait } from "./word-wait.ts";

/** Who has the floor. A caller who speaks while the agent has it must last a while to take it. */
type Floor =
  | { kind: "nobody" }
  | { kind: "caller" }
  | { kind: "agent"; reply: Reply }
  | { kind: "not_started" }
  | { kind: "over" };

/**
 * One call, from the first frame to the last: hears the caller, decides when it is the agent's turn, has the answer
 * thought and spoken, and knows what of it was heard. Owns everything of the call; `end` frees it.
 */
export class CallSession {
  readonly #ports: CallPorts;
  readonly #options: CallOptions;
  readonly #tuning: VoiceTuning;
  readonly #teller: Teller;
  readonly #hearing: Hearing;
  readonly #playback: Playback;
  readonly #interruption: Interruption;
  readonly #silence: SilenceWatch;
  readonly #keypad: Keypad;
  readonly #speculation: Speculation;
  readonly #wordWait: WordWait;
  readonly #lastWords: LastWords;
  #history = new History([]);
  #ledger: Ledger;
  #floor: Floor = { kind: "not_started" };
  /** The agent has said goodbye or asked for a transfer; whatever is said now is written down, not answered. */
  #leaving: Timer | null = null;
  readonly #patience: Patience;
  #recall: CallOptions["recall"];
  #ended: Promise<void> | null = null;

  constructor(ports: CallPorts, options: CallOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#recall = options.recall;
    this.#tuning = { ...defaultTuning, ...options.tuning };
    this.#teller = new Teller(options.events);
    this.#playback = new Playback(ports.clock, ports.line, this.#tuning, () => this.#progress());
    this.#silence = new SilenceWatch(ports.clock, this.#tuning.silenceMs, (times) => this.#onSilence(times));
    this.#patience = new Patience(this.#tuning.maxRepeatRequests);
    this.#keypad = new Keypad(ports.clock, this.#tuning, () => this.#onKeys());
    this.#speculation = new Speculation(this.#tuning, (history) => this.#newThought(history));
    this.#wordWait = new WordWait(ports.clock, this.#playback, options.phrases, this.#tuning);
    this.#lastWords = new LastWords(ports.clock, this.#tuning.lastWordsMs);
    this.#hearing = new Hearing(ports, this.#tuning, {
      speech: (draft, lasting) => this.#onSpeech(draft, lasting),
      answers: () => this.#floor.kind === "caller" && this.#leaving === null,
      quiet: (draft, silenceMs) => this.#onQuiet(draft, silenceMs),
      late: (draft) => this.#onLateText(draft),
      failed: (error) => this.#trouble("transcription", error),
    });
    this.#interruption = new Interruption(
      { hearing: this.#hearing, playback: this.#playback, ledger: () => this.#ledger, tuning: this.#tuning },
      {
        stopped: (reply) => this.#close(reply),
        callerTakesFloor: () => this.#callerTakesFloor(),
        callerIsThere: () => this.#callerIsThere(),
      },
    );
    this.#ledger = this.#newLedger();
  }

  /** Begins with the greeting; or goes on with a conversation whose stream had failed. */
  start(history: readonly Utterance[] = []): void {
    if (this.#floor.kind !== "not_started") return;
    this.#history = new History(history);
    this.#ledger = this.#newLedger();
    const { greeting } = this.#options;
    if (greeting !== null) this.#open(greeting);
    else if (this.#history.unanswered !== null) this.#think(null);
    else this.#listen();
  }

  /** The caller's audio: raw mu-law, 8 kHz, pieces of any size. */
  onAudio(mulaw: Uint8Array): void {
    if (this.#running()) this.#hearing.onAudio(mulaw);
  }

  /** The far side has played everything before this mark, or has thrown it away. */
  onMark(name: string): void {
    if (this.#running()) this.#playback.onMark(name);
  }

  onDtmf(digit: string): void {
    if (this.#running() && this.#keypad.press(digit)) this.#onKeys();
  }

  /**
   * The call is over. Everything is freed at once, but for one thing: what the caller has said last may still have
   * to be recognised. The promise settles when that was told (or after `lastWordsMs`), and never rejects.
   */
  end(_ending: Ending): Promise<void> {
    this.#ended ??= this.#teller.afterwards(() => this.#finish());
    return this.#ended;
  }

  #running(): boolean {
    return this.#floor.kind !== "not_started" && this.#floor.kind !== "over";
  }

  #newLedger(): Ledger {
    const { firstTurnIndex = 0, elapsedMs = 0 } = this.#options;
    const source = { since: this.#ports.clock.now() - elapsedMs, timeOf: (at: number) => this.#hearing.timeOf(at) };
    return new Ledger(this.#history, source, firstTurnIndex, (event) => this.#teller.tell(event));
  }

  // Hearing

  #onSpeech(draft: CallerDraft, lasting: boolean): void {
    const floor = this.#floor;
    switch (floor.kind) {
      case "nobody":
        this.#callerTakesFloor();
        return;
      case "agent":
        if (lasting) this.#interruption.speech(floor.reply, draft);
        return;
      case "caller":
        this.#speculation.drop();
        this.#wordWait.interrupt();
        return;
      case "not_started":
      case "over":
        return;
      default:
        floor satisfies never;
    }
  }

  #onQuiet(draft: CallerDraft, silenceMs: number): void {
    if (this.#floor.kind === "agent") {
      this.#interruption.quiet(this.#floor.reply, draft, silenceMs);
    } else if (this.#floor.kind === "caller") {
      if (turnIsOver(draft, silenceMs, this.#tuning)) this.#decide(draft);
      else if (this.#leaving === null) {
        this.#speculation.consider(draft, silenceMs, this.#history.view());
        this.#wordWait.watch(draft, silenceMs);
      }
    }
  }

  #onLateText(draft: CallerDraft): void {
    if (this.#lastWords.came(draft) || !this.#running()) return;
    this.#patience.late(draft);
    const reply = this.#floor.kind === "agent" ? this.#floor.reply : null;
    if (!this.#interruption.late(draft, reply)) this.#ledger.late(draft);
  }

  #callerTakesFloor(): void {
    if (this.#floor.kind === "caller") return;
    this.#silence.stop();
    this.#floor = { kind: "caller" };
    this.#teller.tell({ type: "caller_speaking" });
  }

  /** The caller's turn is over: it is written down and answered. */
  #decide(draft: CallerDraft): void {
    this.#wordWait.stop();
    this.#hearing.take();
    // Also a cough that the recogniser made words of: it goes on listening.
    const noise = draft.text === "" && draft.voicedMs < this.#tuning.bargeInMs;
    if (noise && !draft.interrupts && !this.#ledger.knows(draft)) {
      this.#listen(true);
      return;
    }
    const spoke = { endedAt: this.#hearing.timeOf(draft.endSample), neededMs: silenceNeeded(draft.text, this.#tuning) };
    const question = { draft, stopwatch: Stopwatch.since(draft, spoke, this.#ports.clock.now()) };
    this.#patience.decided(draft);
    const text = this.#ledger.caller(draft, this.#keypad.take());
    if (this.#leaving !== null) {
      this.#ledger.seal(draft);
      this.#listen();
    } else if (text === "" && this.#history.unanswered === null) this.#answerUnclear(question);
    else {
      this.#callerIsThere();
      this.#think(question);
    }
  }

  #answerUnclear(question: Question & { draft: CallerDraft }): void {
    const { pleaseRepeat, technical } = this.#options.phrases;
    this.#silence.forget();
    const next = this.#patience.unclear(question.draft);
    if (next === "please_repeat") this.#say(pleaseRepeat, question);
    else if (next === "technical") this.#say(technical, question, (reply) => reply.troubles.add("transcription"));
    else {
      this.#ledger.seal(question.draft);
      this.#floor = { kind: "nobody" };
      if (next === "listen") this.#listen();
      else this.#fail(next);
    }
  }

  #callerIsThere(): void {
    this.#patience.understood();
    this.#silence.forget();
  }

  /** Keys were pressed, or their row is over. Whoever presses keys wants to be heard, and not to hear the rest first. */
  #onKeys(): void {
    const floor = this.#floor;
    if (floor.kind === "agent") {
      this.#interruption.keys(floor.reply);
      this.#seal(floor.reply);
    }
    if (floor.kind === "agent" || floor.kind === "nobody") this.#listen();
  }

  // Speaking

  #newReply(): Reply {
    const { clock, voice } = this.#ports;
    const { phrases, voice: voiceName = null, speakable = (text: string) => text } = this.#options;
    return new Reply({
      by: { clock, voice, voiceName, speakable, stallMs: this.#tuning.voiceStallMs },
      playback: this.#playback,
      tuning: this.#tuning,
      phrases,
      // While a caller is just beginning, nothing new begins; what is playing goes on until they mean it.
      maySpeak: () => !this.#playback.paused && (this.#hearing.draft === null || this.#playback.playing),
      listener: {
        begun: (reply) => this.#seal(reply),
        grew: (reply) => this.#ledger.agent(reply, false),
        done: (reply) => this.#onHeard(reply),
        trouble: (step, error) => this.#trouble(step, error),
        mute: () => this.#fail("no_voice"),
      },
    });
  }

  #newThought(history: readonly Utterance[]): Reply {
    const reply = this.#newReply();
    reply.think(this.#ports.brain, history);
    return reply;
  }

  #agentTakesFloor(reply: Reply, question: Question | null): void {
    this.#silence.stop();
    this.#floor = { kind: "agent", reply };
    reply.confirm(question);
  }

  #think(question: Question | null): void {
    const history = this.#history.view();
    this.#agentTakesFloor(this.#speculation.take(history) ?? this.#newThought(history), question);
  }

  /** A caller whose line was cut may be speaking already. */
  #open(greeting: SpokenPhrase): void {
    this.#say(greeting, null, (reply) => {
      reply.overSpeech = this.#recall !== undefined;
    });
  }

  #say(phrase: SpokenPhrase, question: Question | null, prepare: (reply: Reply) => void = () => {}): void {
    this.#speculation.drop();
    const reply = this.#newReply();
    prepare(reply);
    reply.say(phrase);
    this.#agentTakesFloor(reply, question);
  }

  #progress(): void {
    if (this.#floor.kind === "agent") this.#floor.reply.progress();
  }

  #onHeard(reply: Reply): void {
    this.#close(reply);
    this.#floor = { kind: "nobody" };
    if (!this.#patience.answered(reply.voiceless)) this.#fail("no_voice");
    else {
      if (reply.action !== null) this.#leave(reply.action, reply);
      if (this.#floor.kind === "nobody") this.#listen();
    }
  }

  #leave(action: NonNullable<Reply["action"]>, reply: Reply): void {
    this.#leaving = this.#ports.clock.setTimer(this.#tuning.leavingMs, () => {
      // It did not come to it, and the caller is still here.
      this.#leaving = null;
      if (this.#floor.kind === "nobody") this.#listen();
    });
    this.#teller.tell({ type: "action", action, ending: endingOf(action, reply.forSilence) });
  }

  /** Writes the agent's turn for the last time. */
  #close(reply: Reply): void {
    this.#seal(reply);
    if (!reply.blank || reply.index !== null) this.#ledger.agent(reply, true);
    const recall = this.#recall;
    this.#recall = undefined;
    if (recall !== undefined && this.#running()) void this.#takeUpAgain(recall);
  }

  /** What was recognised only after the former stream had broken is answered now, unless the caller goes on. */
  async #takeUpAgain(recall: () => Promise<readonly Utterance[]>): Promise<void> {
    const earlier = await recall();
    if (!this.#running()) return;
    this.#history.recall(earlier);
    const { unanswered } = this.#history;
    if (this.#floor.kind !== "nobody" || this.#leaving !== null || unanswered === null) return;
    // Who was cut in the middle of a sentence will finish it.
    if (completeness(unanswered) !== "unfinished") this.#think(null);
  }

  #seal(reply: Reply): void {
    if (reply.question?.draft) this.#ledger.seal(reply.question.draft);
  }

  /** Nobody has the floor; unless something was said or typed meanwhile. */
  #listen(afterNoise = false): void {
    this.#speculation.drop();
    this.#floor = { kind: "nobody" };
    if (this.#hearing.draft !== null) {
      this.#callerTakesFloor();
      return;
    }
    const keys = this.#keypad.take();
    if (keys !== null) {
      this.#ledger.typed(keys);
      this.#callerIsThere();
    }
    if (this.#leaving !== null) return;
    // What was typed or recalled waits for its answer still when a noise has stopped the thought about it.
    const unanswered = keys !== null || (afterNoise && this.#history.unanswered !== null);
    if (unanswered) this.#think({ draft: null, stopwatch: null });
    else if (afterNoise) this.#silence.resume();
    else this.#silence.start();
  }

  #onSilence(times: number): void {
    if (this.#floor.kind !== "nobody") return;
    const { stillThere, silenceGoodbye } = this.#options.phrases;
    if (times === 1) this.#say(stillThere, null);
    else
      this.#say(silenceGoodbye, null, (reply) => {
        reply.action = { kind: "hang_up" };
        reply.forSilence = true;
      });
  }

  /** The vendors that failed would fail on another stream, too. */
  #fail(reason: StreamCut): void {
    this.#teller.tell({ type: "stream_failed", ending: { kind: "stream_failed", reason, lasting: true } });
  }

  #trouble(step: "transcription" | "model" | "voice", error: unknown): void {
    if (this.#running()) this.#teller.tell({ type: "trouble", step, error });
  }

  // The end

  async #finish(): Promise<void> {
    const floor = this.#floor;
    const { paused } = this.#playback;
    this.#floor = { kind: "over" };
    this.#silence.stop();
    this.#leaving?.cancel();
    this.#speculation.drop();
    this.#wordWait.stop();
    if (floor.kind === "agent") {
      floor.reply.stop(false);
      this.#close(floor.reply);
    }
    this.#playback.close();
    const last = floor.kind === "caller" || paused ? this.#hearing.takeLast() : null;
    const keys = this.#keypad.takeAll();
    this.#hearing.close();
    await this.#lastWords.wait([last, ...this.#interruption.unknown, ...this.#ledger.waiting]);
    this.#hearing.closeEars();
    this.#interruption.close();
    const spoke = last !== null && !paused && last.voicedMs >= this.#tuning.bargeInMs;
    if (last !== null && (last.text !== "" || spoke || this.#ledger.knows(last))) {
      this.#ledger.caller(last, keys);
    } else if (keys !== null) this.#ledger.typed(keys);
    this.#ledger.close();
  }
}
