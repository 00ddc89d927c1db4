/** Hebrew number words to digits, as far as callers use them: rooms, prices, dates, phone numbers. */

const UNITS: Record<string, number> = {
  אפס: 0,
  אחד: 1,
  אחת: 1,
  שתיים: 2,
  שניים: 2,
  שתי: 2,
  שני: 2,
  שלוש: 3,
  שלושה: 3,
  שלושת: 3,
  ארבע: 4,
  ארבעה: 4,
  ארבעת: 4,
  חמש: 5,
  חמישה: 5,
  חמשה: 5,
  חמשת: 5,
  שש: 6,
  שישה: 6,
  ששה: 6,
  ששת: 6,
  שבע: 7,
  שבעה: 7,
  שבעת: 7,
  שמונה: 8,
  שמונת: 8,
  תשע: 9,
  תשעה: 9,
  תשעת: 9,
};
const TENS: Record<string, number> = {
  עשר: 10,
  עשרה: 10,
  עשרת: 10,
  עשרים: 20,
  שלושים: 30,
  ארבעים: 40,
  חמישים: 50,
  שישים: 60,
  שבעים: 70,
  שמונים: 80,
  תשעים: 90,
};
const SCALES: Record<string, number> = { אלף: 1000, אלפים: 1000, מיליון: 1_000_000, מיליונים: 1_000_000 };
const FRACTIONS: Record<string, number> = { חצי: 0.5, רבע: 0.25 };

// A prefixed preposition may hang on the first word of a number: "בשבעת אלפים", "לשלושה חדרים".
const PREFIXES = ["", "ב", "ל", "מ", "כ", "ה", "של"];

type Token = { text: string; bare: string; and: boolean; prefix: string };

/** The text with every run of number words written in digits: "עד שבעת אלפים" becomes "עד 7000". */
export function withDigits(text: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  const out: string[] = [];
  let at = 0;
  while (at < words.length) {
    const run = readRun(words, at);
    if (run) {
      out.push(run.text);
      at = run.end;
    } else {
      out.push(words[at] ?? "");
      at += 1;
    }
  }
  return out.join(" ");
}

/** The Israeli phone number spoken or written in the text, digits only ("0521234567"); undefined when there is none. */
export function phoneIn(text: string): string | undefined {
  const digits = withDigits(text)
    .replace(/\+?972[\s-]?0?(?=[2-9])/g, "0")
    .replace(/(?<=\d)[\s,.־–-]+(?=\d)/g, "");
  return /(?<!\d)(0(?:5\d|7\d)\d{7}|0[2-489]\d{7}|1[78]00\d{6})(?!\d)/.exec(digits)?.[1];
}

/** Every number of the text in its order, phone numbers left out. */
export function numbersIn(text: string): number[] {
  return [...withDigits(text).matchAll(/(?<![\d.])\d[\d,]*(?:\.\d+)?/g)]
    .map((match) => Number(match[0].replaceAll(",", "")))
    .filter((value) => Number.isFinite(value) && value < 100_000_000);
}

function readRun(words: string[], start: number): { text: string; end: number } | undefined {
  // Monday and Beersheba are no numbers.
  if (/^[בלמה]?(?:יום|באר)$/.test(words[start - 1] ?? "")) return undefined;
  const first = tokenOf(words[start] ?? "", true);
  if (!first || first.bare in FRACTIONS) return undefined;
  const sum = new NumberRun();
  let end = start;
  let tail = "";
  for (let token: Token | undefined = first; token && sum.take(token, words[end + 1]); ) {
    end += 1;
    tail = trailing(token.text);
    if (tail) break;
    token = tokenOf(words[end] ?? "", false);
  }
  if (end === start) return undefined;
  return { text: `${first.prefix ? `${first.prefix}-` : ""}${sum.value}${tail}`, end };
}

/** Adds up one run of number words, refusing the word that cannot belong to it any more. */
class NumberRun {
  #total = 0;
  #current = 0;
  #digits = "";
  #lastScale = 1;
  #last: "" | "digits" | "unit" | "ten" | "hundred" | "scale" | "fraction" = "";

  get value(): string {
    return this.#digits && this.#last === "digits" ? this.#digits : String(this.#total + this.#current);
  }

  take({ bare, and }: Token, next = ""): boolean {
    if (/^\d/.test(bare)) return this.#takeDigits(bare);
    const unit = UNITS[bare];
    const ten = TENS[bare];
    if (bare === "מאה" || bare === "מאתיים") return this.#add(bare === "מאה" ? 100 : 200, "hundred", and, "scale");
    if (bare === "מאות" && this.#last === "unit") return this.#add(this.#current * 99, "hundred", true, "unit");
    if (bare === "אלפיים") return this.#add(2000, "scale", and, "scale");
    const scale = SCALES[bare];
    if (scale !== undefined) return this.#takeScale(scale, and);
    const fraction = FRACTIONS[bare];
    if (fraction !== undefined) return and && this.#add(fraction * this.#lastScale, "fraction", true, "scale");
    // "שבע עשרה" is seventeen; a ten after anything else needs an "and".
    if (ten === 10 && this.#last === "unit" && !and) return this.#add(10, "ten", true, "unit");
    if (ten !== undefined) return this.#add(ten, "ten", and, "hundred");
    if (unit === undefined) return false;
    return this.#add(unit, "unit", and, /^מאות/.test(next) ? "scale" : "");
  }

  #takeDigits(bare: string): boolean {
    if (this.#last !== "") return false;
    this.#digits = bare.replaceAll(",", "").replace(/[^\d.].*$/, "");
    this.#current = Number(this.#digits);
    this.#last = "digits";
    return true;
  }

  #takeScale(scale: number, and: boolean): boolean {
    if (this.#last === "scale" && !and) return false;
    this.#total += (this.#current || 1) * scale;
    this.#current = 0;
    this.#lastScale = scale;
    this.#last = "scale";
    return true;
  }

  // Without an "and" a further word begins a new number, except straight after what it may follow.
  #add(amount: number, kind: "unit" | "ten" | "hundred" | "scale" | "fraction", and: boolean, after: string): boolean {
    if (this.#last !== "" && !and && this.#last !== after) return false;
    if (this.#last === "digits" && kind !== "fraction") return false;
    if (this.#last === "unit" && kind === "unit") return false;
    this.#current += amount;
    this.#last = kind;
    return true;
  }
}

function tokenOf(word: string, isFirst: boolean): Token | undefined {
  const clean = word.replace(/[.,!?;:"״]+$/, "");
  for (const prefix of isFirst ? PREFIXES : [""]) {
    if (!clean.startsWith(prefix)) continue;
    const rest = clean.slice(prefix.length).replace(/^[-־]/, prefix ? "" : "$&");
    const and = rest.startsWith("ו") && isNumberWord(rest.slice(1));
    const bare = and ? rest.slice(1) : rest;
    if (isNumberWord(bare)) return { text: word, bare, and, prefix };
  }
  return undefined;
}

function trailing(word: string): string {
  return /[.,!?;:]+$/.exec(word)?.[0] ?? "";
}

function isNumberWord(word: string): boolean {
  if (/^\d[\d,]*(?:\.\d+)?$/.test(word)) return true;
  return (
    [UNITS, TENS, SCALES, FRACTIONS].some((table) => Object.hasOwn(table, word)) ||
    /^(?:מאה|מאתיים|מאות|אלפיים)$/.test(word)
  );
}
