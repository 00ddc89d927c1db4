/** Quality control of an answer, clause by clause, before anybody hears it. */
import { normalizeForSearch } from "../hebrew/normalize.ts";
import { isEnglish, maybeEnglish } from "./english-sentence.ts";
import { withoutForeignWords } from "./foreign-words.ts";
import { isPromptLeak } from "./prompt-leak.ts";

/** About half a minute of speech, in characters: after it the answer ends with its sentence, at the latest with a clause. */
const LONG_ENOUGH = 400;
const TOO_LONG = 600;
/** A clause without punctuation is judged in pieces of this length, so that the caller need not wait for its end. */
const LONGEST_CLAUSE = 80;
/** The same clause at once again is a loop from so many words on; shorter ones may be digits that are read out. */
const LOOPING_WORDS = 4;

/**
 * One answer as it streams in: nothing foreign, nothing of the prompt, no sentence twice, no endless talk. A clause goes
 * through as soon as it is whole, which is when it could be spoken anyway.
 */
export class SpokenSentences {
  #rest = "";
  /** The sentence so far, as it was written, and what of it still waits: it begins like one that was said, or in English. */
  #sentence = "";
  #waiting = "";
  #skipping = false;
  /** A piece of the prompt has come: what follows is more of it. */
  #leaking = false;
  #full = false;
  #strayed = false;
  #lastClause = "";
  #spoken = 0;
  readonly #said = new Set<string>();

  /** It has said enough: what still comes is not let through. */
  get full(): boolean {
    return this.#full;
  }

  /** It tells what only the model was told: nothing more of it is let through. */
  get leaking(): boolean {
    return this.#leaking;
  }

  /** A sentence of it was not Hebrew, and was left out. */
  get strayed(): boolean {
    return this.#strayed;
  }

  /** Another answer of the model begins; what was said stays said. */
  restart(): void {
    this.#rest = this.#sentence = this.#waiting = "";
    this.#skipping = this.#leaking = this.#full = this.#strayed = false;
  }

  push(delta: string): string {
    this.#rest += delta;
    let out = "";
    for (let end = clauseEnd(this.#rest); end > 0; end = clauseEnd(this.#rest)) out += this.#next(end);
    return out;
  }

  /** The model pauses here or is done: what is there is a whole sentence. */
  flush(): string {
    const out = this.#rest === "" ? "" : this.#take(this.#rest);
    this.#rest = "";
    return out + this.#endSentence();
  }

  #next(end: number): string {
    const clause = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    const out = this.#take(clause);
    return /[.!?…\n]["'”״)]*\s*$/.test(clause) ? out + this.#endSentence() : out;
  }

  #take(written: string): string {
    const begins = sentenceKey(this.#sentence) === "";
    const clause = withoutForeignWords(written);
    this.#sentence += clause;
    this.#leaking ||= isPromptLeak(clause, begins);
    this.#full ||= this.#spoken >= TOO_LONG || (begins && this.#spoken >= LONG_ENOUGH);
    this.#skipping ||= this.#leaking || this.#full;
    const repeated = wordCount(sentenceKey(clause)) >= LOOPING_WORDS && sentenceKey(clause) === this.#lastClause;
    this.#lastClause = sentenceKey(clause) || this.#lastClause;
    if (this.#skipping || repeated) return "";
    // Only punctuation was left of it: without its words it says nothing.
    if (clause !== written && sentenceKey(clause) === "") return "";
    this.#waiting += clause;
    return this.#beginsLikeBefore() || maybeEnglish(this.#sentence) ? "" : this.#release();
  }

  #beginsLikeBefore(): boolean {
    const begun = sentenceKey(this.#sentence);
    return begun !== "" && [...this.#said].some((sentence) => `${sentence} `.startsWith(`${begun} `));
  }

  #endSentence(): string {
    const sentence = sentenceKey(this.#sentence);
    const english = isEnglish(this.#sentence);
    const again = this.#said.has(sentence);
    this.#strayed ||= english;
    // Its space stays: the sentences around it are not to run together.
    if (english || again) this.#waiting = /^\s/.exec(this.#waiting)?.[0] ?? "";
    const out = this.#release();
    // One word may well come twice: "כן. כן.", or the digits of a number.
    if (wordCount(sentence) > 1 && !this.#skipping) this.#said.add(sentence);
    this.#sentence = "";
    this.#skipping = false;
    return out;
  }

  #release(): string {
    const out = this.#waiting;
    this.#waiting = "";
    if (out.trim() !== "") this.#spoken += out.length;
    return out;
  }
}

/** Sentences that sound alike have the same key. */
export function sentenceKey(text: string): string {
  return normalizeForSearch(text.replace(/[^\p{L}\p{N}\s]/gu, " "));
}

export function wordCount(key: string): number {
  return key === "" ? 0 : key.split(" ").length;
}

/**
 * Where the first clause of a text ends, or 0 while it is not whole. The space behind it belongs to it: by that, whoever
 * cuts sentences knows that "19:00." is over.
 */
function clauseEnd(text: string): number {
  // A colon is no end: what it announces may be what must not be said.
  for (const { index } of text.matchAll(/[,;.!?…\n]/g)) {
    const next = text.charAt(index + 1);
    const sign = text.charAt(index);
    if (sign === "\n") return index + 1;
    // "1,250", "19:30", "ת.ז." and "..." go on.
    if (next === "" && /[א-ת]{2}$/.test(text.slice(0, index))) return index + 1;
    if (/\s/.test(next)) return index + 2;
  }
  if (text.length <= LONGEST_CLAUSE) return 0;
  return text.lastIndexOf(" ") + 1;
}
