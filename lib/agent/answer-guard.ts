import { ProviderFailed } from "../errors.ts";

/** Letters in a row that are not Hebrew: more than a brand, an address or a name has. */
const MOST_FOREIGN_LETTERS = 40;
/** A piece of the instructions shorter than this may be said by chance. */
const LEAST_LEAKED_LETTERS = 12;
/** So much is held back at most while a clause is not whole; the voice would not begin with less either. */
const MOST_HELD = 80;
/** Half a minute of speech: whoever says more is not talking with anybody. */
const MOST_SPOKEN = 400;

/** The model answered, and nobody can be given that answer. */
export class Nonsense extends ProviderFailed {
  constructor(reason: string) {
    super("llm", true, reason);
  }
}

/**
 * Listens in on an answer while it streams and lets it through clause by clause: one in another language, or one that
 * reads out its instructions, is stopped before that is heard; one without end is ended at a sentence.
 */
export class AnswerGuard {
  readonly #secret: string;
  #held = "";
  #foreign = 0;
  #hebrew = false;
  #spoken = 0;

  /** `secret`: what must not be said, word for word. */
  constructor(secret: string) {
    this.#secret = words(secret);
  }

  /** It has said enough: nothing more is let through. */
  get full(): boolean {
    return this.#spoken >= MOST_SPOKEN;
  }

  /** What may be spoken now. Throws Nonsense when the answer is of no use. */
  push(delta: string): string {
    this.#held += delta;
    this.#refuseForeign(delta);
    if (!this.#hebrew) return "";
    // A colon is no end: what it announces may be what must not be said.
    const whole = /^[\s\S]*[.,?!;…\n]/.exec(this.#held)?.[0].length ?? 0;
    return this.#release(whole > 0 || this.#held.length <= MOST_HELD ? whole : MOST_HELD);
  }

  /** The answer is over: what was held back. */
  flush(): string {
    return this.#release(this.#held.length);
  }

  #release(length: number): string {
    const text = this.#held.slice(0, length);
    this.#held = this.#held.slice(length);
    for (const clause of text.split(/[.,?!:;…\n]/)) this.#refuseLeak(clause);
    let out = "";
    for (const [sentence] of text.matchAll(/[^.?!…\n]*[.?!…\n]*\s*/g)) {
      if (this.full) break;
      this.#spoken += sentence.length;
      out += sentence;
    }
    return out;
  }

  #refuseForeign(delta: string): void {
    for (const letter of delta.match(/\p{L}/gu) ?? []) {
      const hebrew = /[א-ת]/.test(letter);
      this.#hebrew ||= hebrew;
      this.#foreign = hebrew ? 0 : this.#foreign + 1;
    }
    if (this.#foreign > MOST_FOREIGN_LETTERS) throw new Nonsense("an answer in another language");
  }

  #refuseLeak(clause: string): void {
    const said = words(clause);
    if (said.replaceAll(" ", "").length < LEAST_LEAKED_LETTERS) return;
    if (` ${this.#secret} `.includes(` ${said} `)) throw new Nonsense("an answer from the instructions");
  }
}

function words(text: string): string {
  return text.match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? "";
}
