import { withoutMarkup } from "../hebrew/speakable/markup.ts";

/** Longer than this without its closing bracket, it is no link. */
const LONGEST_LINK = 300;

/**
 * Takes out of a reply what is not to be spoken, while it streams. What may still become a link or a mark is held back
 * until it is whole; plain words go through at once.
 */
export class SpeechFilter {
  #held = "";
  /** Marks of lists and headings count only where a line begins. */
  #atLineStart = true;

  push(delta: string): string {
    this.#held += delta;
    return this.#release(this.#safeEnd());
  }

  /** The reply is over: what was held back. */
  flush(): string {
    return this.#release(this.#held.length);
  }

  #release(end: number): string {
    const raw = this.#held.slice(0, end);
    if (raw === "") return "";
    this.#held = this.#held.slice(end);
    // A letter before the piece keeps the rules for line beginnings away from its middle.
    const clean = this.#atLineStart ? withoutMarkup(raw) : withoutMarkup(`א${raw}`).slice(1);
    this.#atLineStart = /\n\s*$/.test(raw) || (this.#atLineStart && raw.trim() === "");
    return clean;
  }

  /** Up to here, nothing that follows can change what is said. */
  #safeEnd(): number {
    const text = this.#held;
    const word = /\S*$/.exec(text)?.index ?? text.length;
    const bracket = text.lastIndexOf("[");
    if (bracket >= 0 && text.length - bracket < LONGEST_LINK) {
      const link = /^\[[^\]]*\](?:[^(]|\([^)]*\))/.exec(text.slice(bracket));
      if (!link || bracket + link[0].length > word) return bracket;
    }
    const lineStart = /(?:^|\n)[\s\d#*•–.)-]*$/.exec(text);
    if (lineStart && (lineStart.index > 0 || this.#atLineStart)) return Math.min(word, lineStart.index);
    return PLAIN.test(text.slice(word)) ? text.length : word;
  }
}

/** The beginning of a word that can only become a word. Latin letters may become a link. */
const PLAIN = /^[א-ת\d.,?!:;'"׳״()-]*$/u;
