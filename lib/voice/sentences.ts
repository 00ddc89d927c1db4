import { acrossClauses, acrossWords, awaitsNumber } from "./held-together.ts";

/** Rules by how many pieces were cut already: the first must come early, later ones may carry more. */
interface CutRule {
  /** The least length, in characters, at the end of a sentence. */
  sentence: number;
  /** The least length at a comma or dash. */
  clause: number;
  /** Longer than this without any punctuation is cut between words; twice as long, even between a number and its noun. */
  longest: number;
}

const FIRST: CutRule = { sentence: 1, clause: 6, longest: 90 };
const SECOND: CutRule = { sentence: 1, clause: 40, longest: 160 };
const LATER: CutRule = { sentence: 24, clause: 80, longest: 200 };

const SPEAKABLE = /[\p{L}\p{N}]/u;
const CLOSING = /["'”’)\]״׳]/u;
/** A word that a full stop really ends: "שלום." does, "ת.ז." and "moked.co" do not. */
const WHOLE_HEBREW_WORD = /(?:^|[\s"(])[א-ת]{2,}$/u;

/** Cuts a reply that streams in into pieces that can be spoken on their own. */
export class SentenceCutter {
  #rest = "";
  #count = 0;

  /** Takes the next piece of the stream and gives every sentence that it completes. */
  push(delta: string): string[] {
    this.#rest += delta;
    const sentences: string[] = [];
    for (let end = this.#cut(); end > 0; end = this.#cut()) {
      const sentence = this.#rest.slice(0, end).trim();
      this.#rest = this.#rest.slice(end);
      if (!SPEAKABLE.test(sentence)) continue;
      this.#count += 1;
      sentences.push(sentence);
    }
    return sentences;
  }

  /** The stream is over: what is left. */
  flush(): string[] {
    const last = this.#rest.trim();
    this.#rest = "";
    return SPEAKABLE.test(last) ? [last] : [];
  }

  /** Where the first piece ends, or 0 while none is complete. */
  #cut(): number {
    const rule = this.#count === 0 ? FIRST : this.#count === 1 ? SECOND : LATER;
    const text = this.#rest;
    const begin = text.length - text.trimStart().length;
    for (let at = begin; at < text.length; at++) {
      const length = at + 1 - begin;
      const end = boundary(text, at);
      if (end === "waits") return 0;
      if (end !== null && length >= (end.kind === "sentence" ? rule.sentence : rule.clause)) return end.at;
      if (length < rule.longest || !/\s/u.test(text.charAt(at))) continue;
      const holds = length < rule.longest * 2 ? acrossWords(text.slice(begin, at), text.slice(at)) : "apart";
      if (holds === "unknown") return 0;
      if (holds === "apart") return at + 1;
    }
    return 0;
  }
}

type Boundary = { kind: "sentence" | "clause"; at: number } | "waits" | null;

/** What ends at this character; "waits" when only the next one can tell. */
function boundary(text: string, at: number): Boundary {
  const char = text.charAt(at);
  if (char === "\n") return { kind: "sentence", at: at + 1 };
  if (char === "?" || char === "!" || char === "…") return { kind: "sentence", at: afterClosing(text, at + 1) };
  if (char === ".") return fullStop(text, at);
  if (char === "," || char === ";" || char === ":") return clause(text, at);
  if ((char === "-" || char === "–" || char === "—") && /\s/u.test(text.charAt(at - 1))) {
    return clause(text, at);
  }
  return null;
}

function fullStop(text: string, at: number): Boundary {
  if (WHOLE_HEBREW_WORD.test(text.slice(0, at)) && at + 1 === text.length) return { kind: "sentence", at: at + 1 };
  const end = afterClosing(text, at + 1);
  if (end === text.length) return "waits";
  if (!/\s/u.test(text.charAt(end))) return null;
  return abbreviated(text, at) ? null : { kind: "sentence", at: end };
}

/** "ת.ז." and "ד." are no ends; "3." begins a list. */
function abbreviated(text: string, at: number): boolean {
  const word = text.slice(0, at).split(/\s/u).at(-1) ?? "";
  return /^(?:[א-ת]|\d{1,2})$/u.test(word) || /^(?:[א-ת]\.)+[א-ת]$/u.test(word);
}

/** "1,250" goes on. Behind most words nobody has to wait for the next one to know that both sides can be spoken on their own. */
function clause(text: string, at: number): Boundary {
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  if (after !== "" && !/^\s/u.test(after)) return null;
  const standsAlone = text.charAt(at) !== ":" && WHOLE_HEBREW_WORD.test(before) && !awaitsNumber(before);
  const holds = standsAlone ? "apart" : acrossClauses(before, after);
  if (holds === "unknown") return "waits";
  return holds === "apart" ? { kind: "clause", at: at + 1 } : null;
}

/** Quotes and brackets that close belong to the sentence, and so do more marks of the same kind. */
function afterClosing(text: string, from: number): number {
  let end = from;
  while (end < text.length && (CLOSING.test(text.charAt(end)) || /[.?!…]/u.test(text.charAt(end)))) end += 1;
  return end;
}
