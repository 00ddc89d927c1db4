import { ProviderFailed } from "../errors.ts";

/** Letters in a row that are not Hebrew: more than a brand, an address or a name has. */
const MOST_FOREIGN_LETTERS = 40;
/** Words of an answer without a Hebrew letter: more than "OK" or a brand has. */
const MOST_FOREIGN_WORDS = 2;

/** The model answered, and nobody can be given that answer. */
export class Nonsense extends ProviderFailed {
  constructor(reason: string) {
    super("llm", true, reason);
  }
}

/** Holds an answer back until it turns out to be Hebrew; one in another language is refused before it is heard. */
export class HebrewGuard {
  #held = "";
  #foreign = 0;
  #hebrew = false;

  /** What may be spoken now. Throws Nonsense when the answer is in another language. */
  push(delta: string): string {
    this.#held += delta;
    for (const letter of delta.match(/\p{L}/gu) ?? []) {
      const hebrew = /[א-ת]/.test(letter);
      this.#hebrew ||= hebrew;
      this.#foreign = hebrew ? 0 : this.#foreign + 1;
    }
    if (this.#foreign > MOST_FOREIGN_LETTERS) throw new Nonsense("an answer in another language");
    return this.#hebrew ? this.#release() : "";
  }

  /** The answer is over: a brand or a number may be all that it is. Throws Nonsense like `push`. */
  flush(): string {
    const foreign = this.#hebrew ? [] : this.#held.split(/\s+/).filter((word) => /\p{L}/u.test(word));
    if (foreign.length > MOST_FOREIGN_WORDS) throw new Nonsense("a short answer in another language");
    return this.#release();
  }

  #release(): string {
    const text = this.#held;
    this.#held = "";
    return text;
  }
}
