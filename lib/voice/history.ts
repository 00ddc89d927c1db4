import type { Utterance } from "./ports.ts";

/** The conversation as the brain is to know it: of the agent's words only what the caller heard. */
export class History {
  readonly #utterances: Utterance[] = [];
  /** How many of them were there before this conversation. */
  readonly #earlier: number;

  constructor(earlier: readonly Utterance[]) {
    this.#utterances.push(...earlier.map((utterance) => ({ ...utterance })));
    this.#earlier = earlier.length;
  }

  /**
   * More is known by now of what was said before this conversation. What nobody had answered then waits for an answer
   * still: it stands after what the agent has said first, as what the caller says now would.
   */
  recall(earlier: readonly Utterance[]): void {
    const answered = earlier.findLastIndex(({ speaker }) => speaker === "agent") + 1;
    const opening = this.#utterances
      .slice(this.#earlier, this.#earlier + 1)
      .filter(({ speaker }) => speaker === "agent");
    const known = [...earlier.slice(0, answered), ...opening, ...earlier.slice(answered)];
    this.#utterances.splice(0, this.#earlier + opening.length, ...known);
  }

  /** The caller's own; its text may still grow through the returned object. */
  caller(text: string): Utterance {
    const utterance: Utterance = { speaker: "caller", text, tools: [] };
    this.#utterances.push(utterance);
    return utterance;
  }

  agent(heardText: string, tools: Utterance["tools"]): void {
    if (heardText === "" && tools.length === 0) return;
    this.#utterances.push({ speaker: "agent", text: heardText, tools });
  }

  /** It was answered too early and comes again, longer. */
  takeBack(utterance: Utterance): void {
    const at = this.#utterances.lastIndexOf(utterance);
    if (at >= 0) this.#utterances.splice(at, 1);
  }

  /** What the caller said last and waits for an answer to; null when it is answered. */
  get unanswered(): string | null {
    const last = this.view().at(-1);
    return last?.speaker === "caller" ? last.text : null;
  }

  /** A copy for the brain, without what nobody could make out. */
  view(): Utterance[] {
    return this.#utterances
      .filter(({ text, tools }) => text !== "" || tools.length > 0)
      .map((utterance) => ({ ...utterance, tools: [...utterance.tools] }));
  }
}
