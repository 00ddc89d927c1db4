/** Numbers that were said in words, in figures: "שלושה וחצי חדרים, עד שני מיליון" is "3.5 חדרים, עד 2000000". */

const SMALL: Record<string, number> = {
  ...{ אחד: 1, אחת: 1, שתיים: 2, שתים: 2, שניים: 2, שנים: 2, שני: 2, שתי: 2, שלוש: 3, שלושה: 3, שלושת: 3 },
  ...{ ארבע: 4, ארבעה: 4, ארבעת: 4, חמש: 5, חמישה: 5, חמשת: 5, שש: 6, שישה: 6, ששת: 6, שבע: 7, שבעה: 7, שבעת: 7 },
  ...{ שמונה: 8, שמונת: 8, תשע: 9, תשעה: 9, תשעת: 9, עשר: 10, עשרה: 10, עשרת: 10, עשרים: 20, שלושים: 30 },
  ...{ ארבעים: 40, חמישים: 50, שישים: 60, שבעים: 70, שמונים: 80, תשעים: 90, מאה: 100, מאתיים: 200 },
};
const SCALES: Record<string, number> = { מאות: 100, אלף: 1000, אלפים: 1000, אלפיים: 2000, מיליון: 1e6, מיליונים: 1e6 };
const PARTS: Record<string, number> = { וחצי: 0.5, ורבע: 0.25 };
/** After these a number word is a day of the week or an ordinary word. */
const NO_NUMBER_AFTER = /^(?:[בלמהו]?(?:יום|ימי|באר)|בן|בת)$/;

/** The same text with its number words in figures. Thousands in figures lose their commas ("6,000" is "6000"). */
export function inFigures(text: string): string {
  const words = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "").split(/\s+/);
  const written: string[] = [];
  let at = 0;
  while (at < words.length) {
    const read = NO_NUMBER_AFTER.test(words[at - 1] ?? "") ? null : readNumber(words, at);
    written.push(read ? read.text : (words[at] ?? ""));
    at = read ? read.next : at + 1;
  }
  return written.join(" ");
}

/** The number that begins at this word, with what hangs on it ("ב־", a comma); null when none does. */
function readNumber(words: string[], start: number): { text: string; next: number } | null {
  const first = /^([בלמכהו]?)[-־]?([א-ת]+|\d+(?:\.\d+)?)([.,!?]*)$/.exec(words[start] ?? "");
  if (!first) return null;
  const [, prefix = "", bare = ""] = first;
  // "בשני" is "in two", but "שני" and "שלוש" themselves begin with no prefix: the whole word comes first.
  const whole = `${prefix}${bare}`;
  const sum = new Sum();
  const head = sum.take(whole) ? "" : sum.take(bare) ? prefix : null;
  if (head === null) return null;
  let end = first[3] ?? "";
  let next = start + 1;
  while (end === "") {
    const word = /^([א-ת]+)([.,!?]*)$/.exec(words[next] ?? "");
    if (!word || !sum.take(word[1] ?? "")) break;
    end = word[2] ?? "";
    next += 1;
  }
  return { text: `${head}${sum.value}${end}`, next };
}

/** Adds up the words of one number, and takes none that cannot belong to it. */
class Sum {
  #done = 0;
  #open = 0;
  #scale = 1;
  #begun = false;

  get value(): number {
    return this.#done + this.#open;
  }

  take(word: string): boolean {
    if (!this.#begun) return this.#begin(word);
    const part = PARTS[word];
    if (part !== undefined) {
      this.#done += part * this.#scale;
      return true;
    }
    const scale = SCALES[word] ?? SCALES[word.replace(/^ו/, "")];
    if (scale !== undefined) return this.#multiply(scale, word.startsWith("ו") && SCALES[word] === undefined);
    const small = SMALL[word.replace(/^ו(?=[א-ת]{2})/, "")];
    // "שבע עשרה" is seventeen, "שלוש מאות וחמישים" goes on by its "and"; anything else begins a new number.
    const joins = word.startsWith("ו") || (small === 10 && this.#open > 0 && this.#open < 10);
    if (small === undefined || !joins) return false;
    this.#open += small;
    return true;
  }

  #begin(word: string): boolean {
    const value = /^\d/.test(word) ? Number(word) : (SMALL[word] ?? (SCALES[word] && word !== "מאות" ? 0 : undefined));
    if (value === undefined) return false;
    this.#begun = true;
    this.#open = value;
    const scale = SCALES[word];
    if (scale !== undefined) this.#multiply(scale, true);
    return true;
  }

  #multiply(scale: number, alone: boolean): boolean {
    if (scale === 100) {
      this.#open *= 100;
      return this.#open > 0;
    }
    this.#done += alone ? this.#open + scale : (this.#open || 1) * scale;
    this.#open = 0;
    this.#scale = scale === 2000 ? 1000 : scale;
    return true;
  }
}
