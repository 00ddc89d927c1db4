import { ProviderFailed } from "../errors.ts";
import type { ChatMessage, LanguageModel, ToolCall } from "../providers/llm/types.ts";
import type { Brain, BrainEvent, CallAction } from "../voice/ports.ts";
import { Nonsense } from "./answer-guard.ts";
import { LAST_WORD, sayAndDo } from "./last-word.ts";
import type { Medium, Outlet } from "./medium.ts";
import { toMessages } from "./messages.ts";
import { type ToolRun, ToolRunner } from "./tool-runner.ts";
import type { Tool } from "./tools/tool.ts";

interface BrainLimits {
  /** Answers of the model within one reply: each may ask for tools, and then there is another. */
  rounds: number;
  maxTokens: number;
  temperature: number;
}

const defaultLimits: BrainLimits = { rounds: 4, maxTokens: 300, temperature: 0.3 };

interface BrainOptions {
  model: LanguageModel;
  /** Aloud or in writing: what of an answer goes out, and in which form. */
  medium: Medium;
  /** The system prompt as it is at this moment. */
  persona: (now: Date) => string;
  tools: readonly Tool[];
  now: () => Date;
  /** Done to the call, after an honest word, when a tool breaks in our own house; without it the model is told. */
  lastResort?: CallAction | null;
  limits?: BrainLimits;
}

/** The one brain, for one conversation: a language model, what it was told about the business, and its tools. */
export function createBrain(options: BrainOptions): Brain {
  const { model, medium, persona, tools, now, lastResort = null, limits = defaultLimits } = options;
  const runner = new ToolRunner(tools, () => now().getTime(), lastResort);
  return {
    reply: (history, signal, decided) => {
      const system: ChatMessage = { role: "system", text: persona(now()) };
      const known = new Set(history.flatMap((utterance) => utterance.tools));
      const unheard = runner.uses.filter((use) => !known.has(use));
      const messages = [system, ...toMessages(history, unheard, medium.cutsWords)];
      const outlet = medium.outlet();
      return new Reply({ model, outlet, tools, runner, limits, messages, signal, decided }).run();
    },
  };
}

interface ReplyOptions {
  model: LanguageModel;
  outlet: Outlet;
  tools: readonly Tool[];
  runner: ToolRunner;
  limits: BrainLimits;
  messages: ChatMessage[];
  signal: AbortSignal;
  decided: Promise<void>;
}

interface Answer {
  text: string;
  calls: ToolCall[];
}

/** One reply: the model answers, its tools run, and it answers again, until nothing is left to do. */
class Reply {
  readonly #options: ReplyOptions;
  readonly #messages: ChatMessage[];
  #said = false;

  constructor(options: ReplyOptions) {
    this.#options = options;
    this.#messages = options.messages;
  }

  async *run(): AsyncGenerator<BrainEvent> {
    const { limits, signal } = this.#options;
    let action: CallAction | null = null;
    for (let round = 0; round < limits.rounds; round++) {
      let answer: Answer;
      try {
        answer = yield* this.#sensibleAnswer();
      } catch (error) {
        if (signal.aborted) return;
        // What is to be done to the call is decided; only its last word is missing.
        if (action) break;
        throw error;
      }
      if (answer.calls.length === 0) break;
      const runs = yield* this.#act(answer);
      if (signal.aborted) return;
      const broken = runs.find((run) => !run.ok && run.action);
      // Whatever was promised together with the tool is not true.
      if (broken?.action) return yield* sayAndDo(LAST_WORD[broken.action.kind], broken.action);
      action = runs.every(({ ok }) => ok) ? (runs.find((run) => run.action)?.action ?? action) : null;
      // The goodbye was said together with the wish to hang up: asked once more, the model would say it again.
      if (action && this.#said) break;
    }
    yield* this.#finish(action);
  }

  /** What is of no use is asked for once more, as long as nobody has heard anything of it. */
  async *#sensibleAnswer(): AsyncGenerator<BrainEvent, Answer> {
    try {
      return yield* this.#answer();
    } catch (error) {
      if (this.#said || this.#options.signal.aborted || !(error instanceof Nonsense)) throw error;
      yield nonsense(error);
      return yield* this.#answer();
    }
  }

  /** One answer of the model, which goes out as it comes. */
  async *#answer(): AsyncGenerator<BrainEvent, Answer> {
    const { model, outlet, tools, limits, signal } = this.#options;
    const request = {
      messages: this.#messages,
      tools: tools.map(({ spec }) => spec),
      maxTokens: limits.maxTokens,
      temperature: limits.temperature,
    };
    outlet.restart();
    const answer: Answer = { text: "", calls: [] };
    let endless = false;
    for await (const event of model.stream(request, signal)) {
      switch (event.type) {
        case "text":
          answer.text += event.delta;
          yield* this.#speak(outlet.push(event.delta));
          if (outlet.stopped === null) break;
          // Leaving the loop stops the model.
          if (!this.#said) throw new Nonsense(outlet.stopped);
          yield CUT_SHORT;
          return answer;
        case "text_end":
          yield* this.#speak(outlet.flush());
          yield SPEAK_NOW;
          break;
        case "tool_call":
          answer.calls.push(event.call);
          break;
        case "end":
          endless = event.reason === "length";
          break;
        default:
          event satisfies never;
      }
    }
    yield* this.#speak(outlet.flush());
    if (!this.#said && answer.calls.length === 0) throw new Nonsense("nothing of the answer can be said");
    if (endless || outlet.stopped !== null) yield CUT_SHORT;
    else if (outlet.strayed) yield STRAYED;
    if (answer.calls.length > 0 && answer.text.trim()) yield SPEAK_NOW;
    return answer;
  }

  *#speak(delta: string): Generator<BrainEvent> {
    // An empty piece is a sign of life: words may be held back for longer than a silent model is waited for.
    this.#said ||= /[\p{L}\p{N}]/u.test(delta);
    yield { type: "text", delta };
  }

  async *#act({ text, calls }: Answer): AsyncGenerator<BrainEvent, ToolRun[]> {
    const { runner, signal, decided } = this.#options;
    // Saying something can be taken back as long as nobody heard it; doing something cannot.
    await decided;
    this.#messages.push({ role: "assistant", text, toolCalls: calls });
    const runs: ToolRun[] = [];
    for (const call of calls) {
      if (signal.aborted) break;
      const run = await runner.run(call);
      runs.push(run);
      this.#messages.push({ role: "tool", callId: call.id, result: JSON.stringify(run.use.output) });
      yield { type: "tool", use: run.use };
    }
    return runs;
  }

  *#finish(action: CallAction | null): Generator<BrainEvent> {
    if (!this.#said) {
      if (!action) throw new ProviderFailed("llm", true, "the model had nothing to say");
      yield { type: "text", delta: LAST_WORD[action.kind] };
    }
    if (action) yield { type: "then", action };
  }
}

/** For the staff: the caller hears nothing of it. */
const nonsense = (error: Nonsense): BrainEvent => ({ type: "trouble", trouble: "nonsense", error });

const CUT_SHORT = nonsense(new Nonsense("an answer that goes on into nothing of use"));

const STRAYED = nonsense(new Nonsense("a sentence in another language"));

/** The sentence is whole, whatever it ends with: it is spoken while the model writes its tool calls and while they work. */
const SPEAK_NOW: BrainEvent = { type: "text", delta: "\n" };
