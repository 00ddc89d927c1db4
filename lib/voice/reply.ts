import { ProviderFailed } from "#lib/errors.ts";
import { Bridge } from "./bridge.ts";
import type { CallerDraft } from "./caller-draft.ts";
import type { Clip, ClipVoice } from "./clip.ts";
import { withNextWords } from "./heard-text.ts";
import type { Stopwatch } from "./metrics.ts";
import type { Phrases } from "./options.ts";
import type { Playback } from "./playback.ts";
import type { Brain, CallAction, SpokenPhrase, ToolUse, Utterance } from "./ports.ts";
import { SpeechQueue } from "./speech-queue.ts";
import { Thinking } from "./thinking.ts";
import type { VoiceTuning } from "./tuning.ts";
import type { AgentTurn, SessionEvent, TurnTrouble } from "./turns.ts";

/** Marks come back a little after what they stand for was played. */
const WORDS_ON_THEIR_WAY = 2;

export interface ReplyListener {
  /** The first audio was sent or the first tool has run: from here on it cannot be unsaid. */
  begun(reply: Reply): void;
  /** More was said, heard or done. */
  grew(reply: Reply): void;
  /** Everything that was said was heard. */
  done(reply: Reply): void;
  trouble(step: Extract<SessionEvent, { type: "trouble" }>["step"], error: unknown): void;
  /** Nothing can be said any more, not even that. */
  mute(): void;
}

export interface ReplyContext {
  by: ClipVoice;
  playback: Playback;
  tuning: VoiceTuning;
  phrases: Phrases;
  maySpeak: () => boolean;
  listener: ReplyListener;
}

/** What a reply answers: null for a greeting or a reminder. */
export interface Question {
  /** Null when it was typed. */
  draft: CallerDraft | null;
  /** Null when it was typed: then there is no voice to measure from. */
  stopwatch: Stopwatch | null;
}

/**
 * One turn of the agent, from the question to the caller's ear. It is thought and synthesised at once, but nothing of it
 * is heard, done or told before it is confirmed.
 */
export class Reply {
  /** What it answers, once that is sure. */
  question: Question | null = null;
  readonly tools: ToolUse[] = [];
  readonly troubles = new Set<TurnTrouble>();
  /** Its place in the call's record, once it has one. */
  index: number | null = null;
  /** When its first audio was sent. */
  beganAt: number | null = null;
  interrupted = false;
  /** No voice could say the answer: something rendered ahead stood for it. */
  voiceless = false;
  /** To be done once everything was heard. */
  action: CallAction | null = null;
  /** Said to the end over who was speaking already when it began. */
  overSpeech = false;
  /** Said to nobody: the goodbye after a long silence. */
  forSilence = false;

  readonly #context: ReplyContext;
  readonly #queue: SpeechQueue;
  readonly #thinking: Thinking;
  readonly #bridge: Bridge;
  #confirmed = false;
  /** When the brain was asked; null when there is nothing to think about. */
  #askedAt: number | null = null;
  #firstSentenceAt: number | null = null;
  #sentenceAt = Number.NEGATIVE_INFINITY;
  /** To be told once it is confirmed. */
  readonly #troublesBefore: (() => void)[] = [];
  #thought = false;
  #sorry = false;
  #answerBegan = false;
  /** Its last sentence so far broke off in the middle. */
  #brokeOff = false;
  #over = false;
  #heardSentences = 0;
  /** Fixed at the end, since positions count anew then. */
  #finalHeard: string | null = null;
  #unsaid = "";

  constructor(context: ReplyContext) {
    this.#context = context;
    const maySpeak = () => this.#confirmed && context.maySpeak();
    this.#queue = new SpeechQueue(context.by, context.playback, context.tuning, maySpeak, {
      sending: (clip) => this.#sending(clip),
      sent: () => this.#settle(),
      trouble: (error) => this.#trouble("voice", error),
      failed: (clip) => this.#voiceFailed(clip),
    });
    this.#thinking = new Thinking(context.by.clock, context.tuning.modelStallMs, {
      sentence: (text) => this.#add({ text, audio: null }),
      tool: (use) => this.#tool(use),
      action: (action) => {
        this.action = action;
      },
      trouble: (trouble, error) => this.#trouble(trouble, error),
      over: (error) => this.#thoughtOver(error),
    });
    this.#bridge = new Bridge({
      clock: context.by.clock,
      words: [context.phrases.filler, context.phrases.fillerAgain],
      quietMs: context.tuning.fillerAfterMs,
      aheadMs: () => context.playback.aheadMs,
      soon: () => this.#voiceIsNear(),
      graceMs: context.tuning.fillerGraceMs,
      say: (word) => this.#queue.interject(word, "filler"),
    });
  }

  /** Nothing was said or done yet: it can still be taken back. */
  get untouched(): boolean {
    return !this.#queue.begun && this.tools.length === 0;
  }

  /** Nothing was said, nothing was going to be, nothing was done. */
  get blank(): boolean {
    return this.#queue.text === "" && this.#unsaid === "" && this.tools.length === 0;
  }

  /** Everything that is being said, as far as it is known. */
  get text(): string {
    return this.#queue.text;
  }

  /** As much of that as can have come out of the caller's loudspeaker by now. */
  get audibleText(): string {
    return withNextWords(this.#queue.heardText, this.#queue.text, WORDS_ON_THEIR_WAY);
  }

  /** It has hardly anything left to say. */
  get almostSaid(): boolean {
    const { playback, tuning } = this.#context;
    return this.#thought && this.#queue.idle && playback.unheardMs < tuning.almostSaidMs;
  }

  /** Says just this. */
  say(phrase: SpokenPhrase): void {
    this.#thought = true;
    this.#add(phrase);
    this.#settle();
  }

  /** Asks the brain and says what it answers. */
  think(brain: Brain, history: readonly Utterance[]): void {
    this.#askedAt = this.#context.by.clock.now();
    void this.#thinking.ask(brain, history);
  }

  /** It is the agent's turn, and this is the answer to `question`: from here on it is heard, and its tools run. */
  confirm(question: Question | null): void {
    this.#confirmed = true;
    this.question = question;
    const stopwatch = question?.stopwatch;
    if (this.#firstSentenceAt !== null) stopwatch?.sentence(this.#firstSentenceAt);
    for (const tell of this.#troublesBefore.splice(0)) tell();
    if (this.#askedAt !== null) {
      stopwatch?.asked(this.#askedAt);
      this.#startBridge(stopwatch ?? null);
      this.#thinking.decide();
    }
    this.progress();
  }

  /** The floor is free again, or the caller's ear has got further. */
  progress(): void {
    if (this.#over) return;
    this.#queue.pump();
    const heard = this.#queue.heardSentences;
    if (heard > this.#heardSentences) {
      this.#heardSentences = heard;
      this.#context.listener.grew(this);
    }
    this.#settle();
  }

  /** Stops everything at once. `silence`: what is on its way to the caller's ear as well. */
  stop(silence: boolean): void {
    if (this.#over) return;
    this.#finalHeard = this.#queue.heardText;
    this.#unsaid = this.#thinking.stop();
    this.#close();
    if (silence) this.#context.playback.clear();
  }

  /** The turn as it stands; `since` is the time that positions in the call count from. */
  turn(index: number, since: number): AgentTurn {
    const now = this.#context.by.clock.now();
    return {
      speaker: "agent",
      index,
      text: [...this.#saidBefore, this.#queue.text, this.#unsaid].filter(Boolean).join(" "),
      heardText: [...this.#saidBefore, this.#finalHeard ?? this.#queue.heardText].filter(Boolean).join(" "),
      atMs: Math.round((this.beganAt ?? now) - since),
      interrupted: this.interrupted,
      tools: [...this.tools],
      troubles: [...this.troubles],
      metrics: this.question?.stopwatch?.read() ?? null,
    };
  }

  /** What bridged the wait for the caller's words: the caller has heard it before there was anything to answer. */
  get #saidBefore(): readonly string[] {
    return this.question?.draft?.bridge ?? [];
  }

  #add(phrase: SpokenPhrase): void {
    const now = this.#context.by.clock.now();
    this.#firstSentenceAt ??= now;
    this.question?.stopwatch?.sentence(now);
    if (this.#queue.idle) this.#sentenceAt = now;
    this.#queue.add(phrase, "answer");
  }

  #startBridge(stopwatch: Stopwatch | null): void {
    const { by, playback } = this.#context;
    this.#bridge.start(Math.min(stopwatch?.quietMs(by.clock.now()) ?? 0, playback.quietMs));
  }

  /** The voice was asked just now: its first sound is nearer than a word that bridges the wait is long. */
  #voiceIsNear(): boolean {
    if (this.#queue.idle) return false;
    return this.#context.by.clock.now() < this.#sentenceAt + this.#context.tuning.voiceUsualMs;
  }

  #trouble(trouble: TurnTrouble, error: unknown): void {
    this.troubles.add(trouble);
    const step = trouble === "fallback" || trouble === "nonsense" ? "model" : trouble;
    const tell = () => this.#context.listener.trouble(step, error);
    if (this.#confirmed) tell();
    else this.#troublesBefore.push(tell);
  }

  #sending({ kind, readyAt }: Clip): void {
    const now = this.#context.by.clock.now();
    const first = this.beganAt === null;
    this.beganAt ??= now;
    this.#answerBegan ||= kind === "answer";
    if (kind === "answer") this.#brokeOff = false;
    this.#bridge.sent();
    if (kind !== "filler") {
      this.question?.stopwatch?.sentence(now);
      this.question?.stopwatch?.audio(readyAt ?? now, now);
    }
    if (first) this.#context.listener.begun(this);
    this.#context.listener.grew(this);
  }

  #tool(use: ToolUse): void {
    this.tools.push(use);
    if (this.tools.length === 1 && !this.#queue.begun) this.#context.listener.begun(this);
    this.#context.listener.grew(this);
  }

  #thoughtOver(error: unknown): void {
    this.#thought = true;
    const silent = this.#queue.text === "" && this.action === null;
    const failure = error ?? (silent ? new ProviderFailed("llm", true, "an answer without words") : null);
    if (failure !== null) {
      this.#trouble("model", failure);
      this.#apologise();
    }
    this.#settle();
  }

  #voiceFailed({ kind, startSample, endSample }: Clip): void {
    if (kind === "apology") {
      this.#context.listener.mute();
      return;
    }
    // Without its beginning an answer makes no sense. Later sentences may be missed.
    if (kind === "answer" && !this.#answerBegan) {
      this.#thinking.stop();
      this.#thought = true;
      this.#queue.dropRest();
      this.voiceless = true;
      this.#apologise();
    } else if (kind === "answer") this.#brokeOff ||= startSample !== endSample;
    this.#settle();
  }

  #apologise(): void {
    if (this.#sorry) return;
    this.#sorry = true;
    // Asking to repeat and then hanging up would be rude; a transfer, or a goodbye to nobody, is still right.
    if (this.question !== null && this.action?.kind === "hang_up") this.action = null;
    this.#queue.add(this.#context.phrases.technical, "apology");
  }

  #settle(): void {
    if (this.#over || !this.#confirmed || !this.#thought || !this.#queue.idle) return;
    // A sentence that follows makes up for half a one, and so does what is done then.
    if (this.#brokeOff && !this.#sorry && this.action === null) {
      this.#apologise();
      return;
    }
    this.#bridge.stop();
    if (this.#context.playback.playing) {
      this.#context.playback.end();
      return;
    }
    this.#finalHeard = this.#queue.heardText;
    this.#close();
    this.#context.listener.done(this);
  }

  #close(): void {
    this.#over = true;
    this.#bridge.stop();
    this.#queue.close();
  }
}
