import type { Utterance } from "./ports.ts";

/** The conversation as the brain is to know it: of the agent's words only what the caller heard. */
export class History {
  readonly #utterances: Utterance[] = [];

  constructor(earlier: readonly Utterance[]) {
    this.#utterances.push(...earlier.map((utterance) => ({ ...utterance })));
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

  /** Somebody waits for an answer. */
  get unanswered(): boolean {
    return this.view().at(-1)?.speaker === "caller";
  }

  /** A copy for the brain, without what nobody could make out. */
  view(): Utterance[] {
    return this.#utterances
      .filter(({ text, tools }) => text !== "" || tools.length > 0)
      .map((utterance) => ({ ...utterance, tools: [...utterance.tools] }));
  }
}
