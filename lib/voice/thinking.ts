import { ProviderFailed } from "#lib/errors.ts";
import type { Brain, BrainEvent, CallAction, Clock, Timer, ToolUse, Utterance } from "./ports.ts";
import { SentenceCutter } from "./sentences.ts";

export interface ThinkingListener {
  sentence(text: string): void;
  tool(use: ToolUse): void;
  action(action: CallAction): void;
  /** Something failed and the answer goes on. */
  trouble(trouble: "fallback" | "nonsense", error: unknown): void;
  /** Nothing more comes. `error` is null when the brain said all that it wanted to. */
  over(error: unknown): void;
}

/** One question to the brain: its answer as sentences, as soon as each is whole. */
export class Thinking {
  readonly #clock: Clock;
  readonly #stallMs: number;
  readonly #listener: ThinkingListener;
  readonly #abort = new AbortController();
  readonly #decided = Promise.withResolvers<void>();
  readonly #cutter = new SentenceCutter();
  #stall: Timer | null = null;
  #over = false;

  constructor(clock: Clock, stallMs: number, listener: ThinkingListener) {
    this.#clock = clock;
    this.#stallMs = stallMs;
    this.#listener = listener;
  }

  /** Settles when the brain has stopped, and never rejects. */
  async ask(brain: Brain, history: readonly Utterance[]): Promise<void> {
    this.#watch();
    try {
      for await (const event of brain.reply(history, this.#abort.signal, this.#decided.promise)) {
        if (this.#over) return;
        this.#watch();
        this.#take(event);
      }
      if (this.#over) return;
      for (const sentence of this.#cutter.flush()) this.#listener.sentence(sentence);
      this.#finish(null);
    } catch (error) {
      this.#finish(error);
    }
  }

  /** The answer is wanted: its tools may run. */
  decide(): void {
    // Waiting for this was no silence of the model.
    if (!this.#over) this.#watch();
    this.#decided.resolve();
  }

  /** Stops the model; nothing more is told. What it had begun to say and not finished is given back. */
  stop(): string {
    if (this.#over) return "";
    this.#abort.abort();
    this.#end();
    return this.#cutter.flush().join(" ");
  }

  #take(event: BrainEvent): void {
    switch (event.type) {
      case "text":
        for (const sentence of this.#cutter.push(event.delta)) this.#listener.sentence(sentence);
        return;
      case "tool":
        this.#listener.tool(event.use);
        return;
      case "then":
        this.#listener.action(event.action);
        return;
      case "trouble":
        this.#listener.trouble(event.trouble, event.error);
        return;
      default:
        event satisfies never;
    }
  }

  /** A model that goes silent must not make the call silent. */
  #watch(): void {
    this.#stall?.cancel();
    this.#stall = this.#clock.setTimer(this.#stallMs, () => {
      this.#abort.abort();
      this.#finish(new ProviderFailed("llm", true, `no sign for ${this.#stallMs} ms`));
    });
  }

  #finish(error: unknown): void {
    if (this.#over) return;
    this.#end();
    this.#listener.over(error);
  }

  #end(): void {
    this.#over = true;
    this.#stall?.cancel();
    this.#stall = null;
    this.#decided.resolve();
  }
}
