import { withoutMarkup } from "../hebrew/speakable/markup.ts";
import { joinOneLineLists, openListIn } from "../hebrew/speakable/one-line-lists.ts";

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
  /** The last visible character that went through. */
  #last = "";
  /** What of the current line went through, as it was written. */
  #line = "";

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
    // A letter (of no Hebrew prefix) before the piece keeps the rules for line beginnings away from its middle.
    // A list is said as a sentence: its items one after the other.
    const listed = joinOneLineLists(raw, this.#line);
    const joined = listed.replace(LIST_ITEM, (_, at: number) => {
      const before = at === 0 ? this.#last : listed.charAt(at - 1);
      return before === "" || /[\s.,:;!?]/.test(before) ? " " : ", ";
    });
    const clean = this.#atLineStart ? withoutMarkup(joined) : withoutMarkup(`a${joined}`).slice(1);
    this.#last = raw.trimEnd().at(-1) ?? this.#last;
    this.#line = `${this.#line}${raw}`.split("\n").at(-1) ?? "";
    this.#atLineStart = /\n\s*$/.test(raw) || (this.#atLineStart && raw.trim() === "");
    return clean;
  }

  /** Up to here, nothing that follows can change what is said. */
  #safeEnd(): number {
    const end = this.#safeWords();
    return Math.min(end, openListIn(this.#held, this.#line) ?? end);
  }

  #safeWords(): number {
    const text = this.#held;
    const word = /\S*$/.exec(text)?.index ?? text.length;
    const bracket = text.lastIndexOf("[");
    if (bracket >= 0 && text.length - bracket < LONGEST_LINK) {
      const link = /^\[[^\]]*\](?:[^(]|\([^)]*\))/.exec(text.slice(bracket));
      if (!link || bracket + link[0].length > word) return bracket;
    }
    const lineStart = /(?:^|\n)[\s\d#*•–.)-]*$/.exec(text);
    if (lineStart && (lineStart[0].startsWith("\n") || this.#atLineStart)) return Math.min(word, lineStart.index);
    return PLAIN.test(text.slice(word)) ? text.length : word;
  }
}

/** The beginning of a word that can only become a word. Latin letters may become a link, and "ב-" may lead to one. */
const PLAIN = /^(?![בלמה]?-?$|.*-$)[א-ת\d.,?!:;'"׳״()-]+$|^$/u;

/** A line that is one of a list. */
const LIST_ITEM = /\s*\n\s*(?:[-*•–]|\d{1,2}[.)])\s+/g;
