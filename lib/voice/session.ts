import type { CallerDraft } from "./caller-draft.ts";
import { silenceNeeded, turnIsOver } from "./endpointing.ts";
import { Hearing } from "./hearing.ts";
import { History } from "./history.ts";
import { Interruption } from "./interruption.ts";
import { Keypad } from "./keypad.ts";
import { LastWords } from "./last-words.ts";
import { Ledger } from "./ledger.ts";
import { Stopwatch } from "./metrics.ts";
import type { CallOptions } from "./options.ts";
import { Playback } from "./playback.ts";
import type { CallPorts, SpokenPhrase, Timer, Utterance } from "./ports.ts";
import { type Question, Reply } from "./reply.ts";
import { SilenceWatch } from "./silence-watch.ts";
import { Speculation } from "./speculation.ts";
import { talkOver } from "./talk-over.ts";
import { defaultTuning, type VoiceTuning } from "./tuning.ts";
import { type Ending, endingOf, type SessionEvent, type TurnTrouble } from "./turns.ts";
import { WordWait } from "./word-wait.ts";

/** Who has the floor. A caller who speaks while the agent has it must last a while to take it. */
type Floor =
  | { kind: "nobody" }
  | { kind: "caller" }
  | { kind: "agent"; reply: Reply }
  | { kind: "not_started" }
  | { kind: "over" };

/** One answer without a voice is excused; after the next one the network's own voice goes on. */
const VOICELESS_ANSWERS = 2;

/**
 * One call, from the first frame to the last: hears the caller, decides when it is the agent's turn, has the answer
 * thought and spoken, and knows what of it was heard. Owns everything of the call; `end` frees it.
 */
export class CallSession {
  readonly #ports: CallPorts;
  readonly #options: CallOptions;
  readonly #tuning: VoiceTuning;
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
  #unclearInARow = 0;
  #voicelessInARow = 0;
  #telling = false;
  #ended: Promise<void> | null = null;

  constructor(ports: CallPorts, options: CallOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#tuning = { ...defaultTuning, ...options.tuning };
    this.#playback = new Playback(ports.clock, ports.line, this.#tuning, () => this.#progress());
    this.#interruption = new Interruption(this.#playback, this.#tuning);
    this.#silence = new SilenceWatch(ports.clock, this.#tuning.silenceMs, (times) => this.#onSilence(times));
    this.#keypad = new Keypad(ports.clock, this.#tuning.keypadPauseMs, () => this.#onKeys());
    this.#speculation = new Speculation((history) => this.#newThought(history));
    this.#wordWait = new WordWait(ports.clock, this.#playback, options.phrases, this.#tuning);
    this.#lastWords = new LastWords(ports.clock, this.#tuning.lastWordsMs);
    this.#hearing = new Hearing(ports, this.#tuning, {
      speech: (draft, lasting) => this.#onSpeech(draft, lasting),
      answers: () => this.#floor.kind === "caller" && this.#leaving === null,
      quiet: (draft, silenceMs) => this.#onQuiet(draft, silenceMs),
      late: (draft) => this.#onLateText(draft),
      failed: (error) => this.#trouble("transcription", error),
    });
    this.#ledger = this.#newLedger();
  }

  /** Begins with the greeting; or goes on with a conversation whose stream had failed. */
  start(history: readonly Utterance[] = []): void {
    if (this.#floor.kind !== "not_started") return;
    this.#history = new History(history);
    this.#ledger = this.#newLedger();
    const { greeting } = this.#options;
    if (greeting !== null) this.#say(greeting, null);
    else if (this.#history.unanswered) this.#think(null);
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
    if (!this.#running()) return;
    this.#keypad.press(digit);
    if (this.#floor.kind === "nobody" && this.#leaving === null) this.#silence.start();
  }

  /**
   * The call is over. Everything is freed at once, but for one thing: what the caller was just saying may still have
   * to be recognised. The promise settles when that was told (or after `lastWordsMs`), and never rejects.
   */
  end(_ending: Ending): Promise<void> {
    // Called by a listener in the middle of a change: that change is finished first.
    this.#ended ??= this.#telling ? Promise.resolve().then(() => this.#finish()) : this.#finish();
    return this.#ended;
  }

  #emit(event: SessionEvent): void {
    const outer = this.#telling;
    this.#telling = true;
    try {
      this.#options.events(event);
    } finally {
      this.#telling = outer;
    }
  }

  #running(): boolean {
    return this.#floor.kind !== "not_started" && this.#floor.kind !== "over";
  }

  #newLedger(): Ledger {
    const { firstTurnIndex = 0, elapsedMs = 0 } = this.#options;
    const source = { since: this.#ports.clock.now() - elapsedMs, timeOf: (at: number) => this.#hearing.timeOf(at) };
    return new Ledger(this.#history, source, firstTurnIndex, (event) => this.#emit(event));
  }

  // Hearing

  #onSpeech(draft: CallerDraft, lasting: boolean): void {
    const floor = this.#floor;
    switch (floor.kind) {
      case "nobody":
        this.#callerTakesFloor();
        return;
      case "agent":
        if (lasting) this.#talkOver(floor.reply, draft);
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
    if (this.#floor.kind === "agent" && this.#playback.paused) {
      const { reply } = this.#floor;
      const verdict = this.#interruption.verdict(reply, draft, silenceMs);
      if (verdict === "stops") this.#interrupt(reply, draft);
      else if (verdict === "goes_on") this.#goOn(reply, draft);
    } else if (this.#floor.kind === "agent") {
      // Too short to mean anything: a cough, a door, a syllable of agreement.
      this.#hearing.drop();
      this.#progress();
    } else if (this.#floor.kind === "caller") {
      if (turnIsOver(draft, silenceMs, this.#tuning)) this.#decide(draft);
      else if (this.#leaving === null) {
        this.#speculation.consider(draft, this.#history.view());
        this.#wordWait.watch(draft, silenceMs);
      }
    }
  }

  #onLateText(draft: CallerDraft): void {
    if (this.#lastWords.came(draft)) return;
    if (this.#running()) {
      const reply = this.#floor.kind === "agent" ? this.#floor.reply : null;
      const verdict = this.#interruption.late(draft, reply);
      if (verdict === undefined) this.#ledger.late(draft);
      else if (verdict === "stops") this.#lateInterruption(reply, draft);
      else if (reply !== null) this.#overheard(reply, draft);
    }
  }

  #callerTakesFloor(): void {
    this.#silence.stop();
    this.#floor = { kind: "caller" };
    this.#emit({ type: "caller_speaking" });
  }

  /** Somebody speaks while the agent has the floor: it falls silent at once, and stops once that was meant. */
  #talkOver(reply: Reply, draft: CallerDraft): void {
    if (reply.untouched) this.#interrupt(reply, draft);
    else if (!this.#playback.paused) this.#interruption.pause(reply);
    else if (this.#interruption.isLong(draft)) this.#interrupt(reply, draft);
  }

  /** It was not meant to stop the agent. */
  #goOn(reply: Reply, draft: CallerDraft): void {
    this.#hearing.take();
    if (draft.complete) this.#overheard(reply, draft);
    this.#interruption.goOn(draft);
    reply.progress();
  }

  /** It was not meant to be answered: a word of agreement is kept, an echo or a cough is not. */
  #overheard(reply: Reply, draft: CallerDraft): void {
    if (talkOver(draft.text, reply.text) !== "backchannel") return;
    this.#ledger.aside(draft);
    this.#callerIsThere();
  }

  /** It was too short to wait for its words, and they were meant. */
  #lateInterruption(reply: Reply | null, draft: CallerDraft): void {
    const whole = this.#hearing.resume(draft);
    if (reply !== null) this.#interrupt(reply, whole);
    else if (this.#floor.kind === "nobody") this.#callerTakesFloor();
  }

  /** The caller speaks while the agent thinks or talks: what was not said yet never will be. */
  #interrupt(reply: Reply, draft: CallerDraft): void {
    const answered = reply.question?.draft ?? null;
    if (!reply.untouched) {
      reply.interrupted = true;
      reply.stop(true);
      this.#close(reply);
      draft.interrupts = true;
    } else {
      reply.stop(false);
      // Decided too early, at no cost: the caller was only thinking, and both parts are one turn.
      if (answered !== null) this.#ledger.reopen(answered, this.#hearing.resume(answered));
    }
    this.#callerTakesFloor();
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
    const text = this.#ledger.caller(draft, this.#keypad.take());
    if (this.#leaving !== null) {
      this.#ledger.seal(draft);
      this.#listen();
    } else if (text === "") this.#answerUnclear(question);
    else {
      this.#callerIsThere();
      this.#think(question);
    }
  }

  #answerUnclear(question: Question & { draft: CallerDraft }): void {
    const { pleaseRepeat, technical } = this.#options.phrases;
    const { draft } = question;
    this.#unclearInARow += 1;
    if (this.#unclearInARow <= this.#tuning.maxRepeatRequests) {
      const deaf = draft.failed || draft.waiting > 0;
      this.#say(deaf ? technical : pleaseRepeat, question, deaf ? "transcription" : null);
    } else {
      this.#ledger.seal(draft);
      this.#listen();
    }
  }

  #callerIsThere(): void {
    this.#unclearInARow = 0;
    this.#silence.forget();
  }

  #onKeys(): void {
    if (this.#floor.kind === "nobody") this.#listen();
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
        mute: () => this.#mute(),
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

  #say(phrase: SpokenPhrase, question: Question | null, trouble: TurnTrouble | null = null): void {
    this.#speculation.drop();
    const reply = this.#newReply();
    if (trouble !== null) reply.troubles.add(trouble);
    reply.say(phrase);
    this.#agentTakesFloor(reply, question);
  }

  #progress(): void {
    if (this.#floor.kind === "agent") this.#floor.reply.progress();
  }

  #onHeard(reply: Reply): void {
    this.#close(reply);
    this.#floor = { kind: "nobody" };
    this.#voicelessInARow = reply.voiceless ? this.#voicelessInARow + 1 : 0;
    if (this.#voicelessInARow >= VOICELESS_ANSWERS) {
      this.#mute();
      return;
    }
    if (reply.action !== null) this.#leave(reply.action, reply);
    if (this.#floor.kind === "nobody") this.#listen();
  }

  #leave(action: NonNullable<Reply["action"]>, reply: Reply): void {
    this.#leaving = this.#ports.clock.setTimer(this.#tuning.leavingMs, () => {
      // It did not come to it, and the caller is still here.
      this.#leaving = null;
      if (this.#floor.kind === "nobody") this.#listen();
    });
    this.#emit({ type: "action", action, ending: endingOf(action, reply.forSilence) });
  }

  /** Writes the agent's turn for the last time. */
  #close(reply: Reply): void {
    this.#seal(reply);
    if (!reply.blank || reply.index !== null) this.#ledger.agent(reply, true);
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
      if (this.#leaving === null) {
        this.#think({ draft: null, stopwatch: null });
        return;
      }
    }
    if (this.#leaving !== null) return;
    if (afterNoise) this.#silence.resume();
    else this.#silence.start();
  }

  #onSilence(times: number): void {
    if (this.#floor.kind !== "nobody") return;
    const { stillThere, silenceGoodbye } = this.#options.phrases;
    if (times === 1) {
      this.#say(stillThere, null);
      return;
    }
    const reply = this.#newReply();
    reply.action = { kind: "hang_up" };
    reply.forSilence = true;
    reply.say(silenceGoodbye);
    this.#agentTakesFloor(reply, null);
  }

  #mute(): void {
    this.#emit({ type: "mute", ending: { kind: "stream_failed", reason: "no voice", lasting: true } });
  }

  #trouble(step: "transcription" | "model" | "voice", error: unknown): void {
    if (this.#running()) this.#emit({ type: "trouble", step, error });
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
    if (last !== null && !last.complete) await this.#lastWords.wait(last);
    this.#hearing.closeEars();
    const spoke = last !== null && !paused && last.voicedMs >= this.#tuning.bargeInMs;
    if (last !== null && (last.text !== "" || spoke || this.#ledger.knows(last))) {
      this.#ledger.caller(last, keys);
    } else if (keys !== null) this.#ledger.typed(keys);
    this.#ledger.close();
  }
}
