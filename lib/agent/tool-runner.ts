import { z } from "zod";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import type { ToolCall } from "../providers/llm/types.ts";
import type { CallAction, ToolUse } from "../voice/ports.ts";
import type { Tool, ToolOutput } from "./tools/tool.ts";

export interface ToolRun {
  use: ToolUse;
  ok: boolean;
  /** What is to be done to the call: what the tool wishes, or the last resort when it broke. */
  action: CallAction | null;
}

/** Runs what the model asks for, for one call. Whatever is wrong becomes an answer to the model, never a crash. */
export class ToolRunner {
  readonly #tools: ReadonlyMap<string, Tool>;
  readonly #now: () => number;
  readonly #lastResort: CallAction | null;
  readonly #done = new Map<string, ToolRun>();

  /** `lastResort`: done to the call when a tool breaks in our own house; null: nothing is. */
  constructor(tools: readonly Tool[], now: () => number, lastResort: CallAction | null = null) {
    this.#tools = new Map(tools.map((tool) => [tool.spec.name, tool]));
    this.#now = now;
    this.#lastResort = lastResort;
  }

  /** Every tool that did something in this call so far. */
  get uses(): ToolUse[] {
    return [...this.#done.values()].map(({ use }) => use);
  }

  async run(call: ToolCall): Promise<ToolRun> {
    const input = parseArguments(call.argumentsJson);
    const key = `${call.name} ${JSON.stringify(input)}`;
    // The very same request again is a model that repeats itself: one message must not become two tasks.
    const before = this.#done.get(key);
    if (before) return before;

    const start = this.#now();
    const { input: parsed, output, action } = await this.#attempt(call.name, input);
    const use = { name: call.name, input: parsed, output, tookMs: Math.round(this.#now() - start) };
    const run = { use, ok: output.ok, action };
    if (output.ok) this.#done.set(key, run);
    return run;
  }

  async #attempt(name: string, input: Record<string, unknown> | null): Promise<Attempt> {
    const tool = this.#tools.get(name);
    if (!tool) return failed(input, `אין כלי בשם ${name}`);
    if (!input) return failed(input, "הארגומנטים אינם JSON תקין");
    try {
      const { input: parsed, result } = await tool.run(input);
      return { input: parsed, output: result.output, action: result.action ?? null };
    } catch (error) {
      if (error instanceof z.ZodError) return failed(input, `הארגומנטים אינם מתאימים: ${z.prettifyError(error)}`);
      log().error({ err: error, tool: name }, "a tool of the agent failed");
      if (error instanceof AppError) return failed(input, error.messageHe);
      return { ...failed(input, "זה לא הצליח כרגע"), action: this.#lastResort };
    }
  }
}

interface Attempt {
  input: Record<string, unknown>;
  output: ToolOutput;
  action: CallAction | null;
}

function failed(input: Record<string, unknown> | null, reason: string): Attempt {
  return { input: input ?? {}, output: { ok: false, reason }, action: null };
}

function parseArguments(json: string): Record<string, unknown> | null {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(json || "{}"));
  } catch {
    return null;
  }
}
