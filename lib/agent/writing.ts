import { withoutMarkup } from "../hebrew/speakable/markup.ts";
import type { Channel } from "../messaging/schemas/channel.ts";
import { beginningOf } from "../messaging/split-text.ts";
import type { Language } from "../ordering/language.ts";
import { Nonsense } from "./answer-guard.ts";
import { isEnglish } from "./english-sentence.ts";
import { withoutForeignWords } from "./foreign-words.ts";
import type { Medium, Outlet } from "./medium.ts";
import { toMessageMarks } from "./message-marks.ts";
import { isPromptLeak } from "./prompt-leak.ts";
import { sentenceKey, wordCount } from "./spoken-sentences.ts";

/** More of an answer than this, in characters, nobody reads. */
const TOO_LONG = 3000;
/** So many sentences, and at least so many words, at once again are a loop. */
const LONGEST_LOOP = 4;
const LOOPING_WORDS = 4;

/** As a message of this channel in this language: whole, with its lines, lists and links. */
export function writing(channel: Channel, language: Language): Medium {
  return { outlet: () => new WrittenAnswer(channel, language), cutsWords: false };
}

/** Nobody reads along while the model writes: an answer is looked at when it is whole. */
class WrittenAnswer implements Outlet {
  readonly #channel: Channel;
  readonly #language: Language;
  #raw = "";
  #stopped: string | null = null;
  /** Over the whole reply: what was written before a tool ran is not written again after it. */
  readonly #before = new Set<string>();
  #room = TOO_LONG;
  readonly strayed = false;

  constructor(channel: Channel, language: Language) {
    this.#channel = channel;
    this.#language = language;
  }

  get stopped(): string | null {
    return this.#stopped;
  }

  restart(): void {
    this.#raw = "";
    this.#stopped = null;
  }

  push(delta: string): string {
    this.#raw += delta;
    if (this.#raw.length <= this.#room) return "";
    const beginning = this.flush();
    this.#stopped ??= "an answer without end";
    return beginning;
  }

  flush(): string {
    const raw = this.#raw;
    this.#raw = "";
    const text = beginningOf(toMessageMarks(withoutForeignWords(raw), this.#channel), this.#room);
    const words = withoutMarkup(text);
    if (leaks(words)) {
      this.#stopped = "an answer from the instructions";
      return "";
    }
    if (this.#language === "he" && isEnglishAnswer(words)) throw new Nonsense("an answer in another language");
    const fresh = sentencesOf(text).filter((sentence) => !this.#before.has(sentenceKey(sentence)));
    for (const sentence of fresh) if (sentenceKey(sentence) !== "") this.#before.add(sentenceKey(sentence));
    const written = withoutLoops(fresh).join("").trim();
    this.#room -= written.length;
    return written;
  }
}

/** Each with the space or the line end behind it. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…] |\n)/);
}

/** What comes again at once, in the same words, is left out. */
function withoutLoops(sentences: readonly string[]): string[] {
  const kept: string[] = [];
  for (const sentence of sentences) {
    kept.push(sentence);
    const again = [1, 2, 3, LONGEST_LOOP].find((length) => endsTwice(kept, length));
    if (again !== undefined) kept.length -= again;
  }
  return kept;
}

function endsTwice(sentences: readonly string[], length: number): boolean {
  const last = sentenceKey(sentences.slice(-length).join(" "));
  const before = sentenceKey(sentences.slice(-2 * length, -length).join(" "));
  return sentences.length >= 2 * length && wordCount(last) >= LOOPING_WORDS && last === before;
}

function leaks(words: string): boolean {
  return sentencesOf(words).some((sentence) =>
    sentence.split(/(?<=[,;]\s)/).some((clause, at) => isPromptLeak(clause, at === 0)),
  );
}

/** A name, a brand or a sentence that is quoted may well be English, and then most of the rest is not. */
function isEnglishAnswer(words: string): boolean {
  const english = sentencesOf(words).filter(isEnglish).join("");
  return (english.match(/\p{L}/gu) ?? []).length > 2 * (words.match(/[א-ת]/g) ?? []).length;
}
