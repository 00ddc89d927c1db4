import type OpenAI from "openai";
import type { ToolCall } from "../types.ts";

type Piece = OpenAI.Chat.ChatCompletionChunk.Choice.Delta.ToolCall;

/** Tool calls come in pieces: the id and name once, the arguments a few characters at a time. */
export class ToolCallAssembly {
  readonly #calls = new Map<number, ToolCall>();

  add(pieces: readonly Piece[]): void {
    for (const { index, id, function: fn } of pieces) {
      const call = this.#calls.get(index) ?? { id: "", name: "", argumentsJson: "" };
      call.id ||= id ?? "";
      call.name ||= fn?.name ?? "";
      call.argumentsJson += fn?.arguments ?? "";
      this.#calls.set(index, call);
    }
  }

  /** In the order in which the model made them. */
  complete(): ToolCall[] {
    return [...this.#calls.entries()].sort(([a], [b]) => a - b).map(([, call]) => call);
  }
}
