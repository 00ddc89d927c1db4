/** What somebody writes of an order, clause by clause: "תורידו את התמרים, ותוסיפו שלוש חלות" has two. */
import { withDigits } from "./numbers.ts";
import type { Product } from "./shop.ts";
import { meanings, plain, STOP, stem, stemsOf } from "./stems.ts";

export type Verb = "add" | "change" | "remove";

export interface Clause {
  verb: Verb | null;
  /** What it may be about: several when the words fit them alike, none when they fit nothing that is sold. */
  products: Product[];
  quantity: number | null;
  /** The choices of the product that are named. */
  choices: string[];
  /** What is named is one: "קופסה", "חולצה", and not "תמרים". */
  isOne: boolean;
  /** It has words that are none of all this. */
  hasMore: boolean;
}

/** Nobody orders in more: the rest of a long story, in characters, is not read for orders. */
const MOST_READ = 600;

export function readClauses(text: string, products: readonly Product[]): Clause[] {
  const clauses: string[][] = [];
  for (const word of wordsOf(text.slice(0, MOST_READ))) {
    const current = clauses.at(-1);
    if (!current) clauses.push([word]);
    else if (opensClause(word, products) && bestOf(current, products).length > 0) clauses.push([word]);
    else current.push(word);
  }
  return joined(clauses, products).map((words) => readClause(words, products));
}

/** A clause that names nothing tells more of the one before it, and so does one that names the same. */
function joined(clauses: readonly string[][], products: readonly Product[]): string[][] {
  const whole: string[][] = [];
  for (const words of clauses) {
    const before = whole.at(-1);
    const clause = readClause(words, products);
    const last = before && readClause(before, products);
    const hasNew = clause.quantity !== null && last?.quantity !== null;
    const isMore = clause.products.length === 0 && clause.verb === null;
    const isSame = clause.products.some((product) => last?.products.includes(product));
    if (!hasNew && (isMore || isSame)) before?.push(...words);
    if (!before || hasNew || !(isMore || isSame)) whole.push([...words]);
  }
  return whole;
}

const VERBS: [Verb, RegExp][] = [
  [
    "remove",
    /^[וש]?(?:תוריד[וי]?|להוריד|הורידו|תסיר[וי]?|להסיר|תוציא[וי]?|להוציא|תמחק[וי]?|למחוק|בלי|remove|without|delete|drop)$/,
  ],
  [
    "change",
    /^[וש]?(?:תשנ[וי]|תשנה|לשנות|שנו|תעדכנ[וי]|לעדכן|תעש[וי]|תעל[וי]|להעלות|במקום|רק|change|make|set|update|only)$/,
  ],
  [
    "add",
    /^[וש]?(?:רוצ(?:ה|ים|ות)|אפשר|אשמח|נשמח|צרי(?:ך|כה|כים)|תוסיפ[וי]|תוסיף|הוסיפו|להוסיף|תביא[וי]?|תנו|אקח|ניקח|לקחת|קחו|לקנות|להזמין|תזמינו|מזמינ(?:ה|ים)|תשימו|עוד|want|like|get|add|have|take|need|order|buy|more|another)$/,
  ],
];
/** What things come in: no product is meant by these alone. */
const UNITS = new Set(
  "קופסה חבילה אריזה שקית צנצנת בקבוק יחידה קילו גרם מגש זוג סט חצי רבע box pack bag jar bottle unit kilo half loaf loave"
    .split(" ")
    .map(stem),
);
/** By their place; the articles are one, too. */
const ENGLISH_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** In small letters, numbers in digits, a comma for every "and". */
function wordsOf(text: string): string[] {
  const words = plain(text)
    .replace(/לא (?:רוצ|צרי)\p{L}*/gu, "בלי")
    .replace(/בא ל(?:י|נו)(?!\p{L})/gu, "רוצה")
    .replace(/(?:dont|do not) (?:want|need)/g, "without")
    .replace(/\btake (?:out|off|away)\b/g, "remove")
    .replace(/\b(?:and|plus)\b/g, " , ")
    .replace(/\ban?\b/g, "one")
    .replace(/\b[a-z]+\b/g, (word) => (ENGLISH_NUMBERS.includes(word) ? String(ENGLISH_NUMBERS.indexOf(word)) : word))
    .replace(/[.,;:!?\n]+/g, " , ")
    .trim()
    .split(/\s+/);
  const apart = words.map((word, at) => {
    const follows = isNumber(words[at - 1] ?? "");
    return word.startsWith("ו") && !follows && isNumber(word.slice(1)) ? `, ${word.slice(1)}` : word;
  });
  return withDigits(apart.join(" ")).split(" ");
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(withDigits(word));
}

function opensClause(word: string, products: readonly Product[]): boolean {
  if (word === "," || isNumber(word)) return word === ",";
  return word.startsWith("ו") && (verbIn([word]) !== null || bestOf([word.slice(1)], products).length > 0);
}

function readClause(spoken: readonly string[], all: readonly Product[]): Clause {
  const words = spoken.filter((word) => word !== ",");
  const products = bestOf(words, all);
  const [product] = products;
  const isIn = (stems: readonly string[]) => (word: string) => meanings(word).some((one) => stems.includes(one));
  const named = words.map(isIn(product?.stems ?? []));
  const meant = new Set(words.flatMap(meanings));
  const choices = (product?.choices ?? []).filter((choice) => stemsOf(choice).every((one) => meant.has(one)));
  const chosen = isIn(choices.flatMap(stemsOf));
  const verb = verbIn(words);
  const isUnit = (word: string) => UNITS.has(stem(word));
  return {
    ...{ verb, products, choices },
    quantity: quantityIn(words, named, verb, chosen),
    isOne: words.some((word, at) => (named[at] || isUnit(word)) && !/(?:ים|ות|[a-z]{2}s)$/.test(word)),
    hasMore: words.some(
      (word, at) =>
        !(named[at] || chosen(word) || isUnit(word) || STOP.has(word) || numberIn(word, true) !== null) &&
        verbIn([word]) === null,
    ),
  };
}

function verbIn(words: readonly string[]): Verb | null {
  return VERBS.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? null;
}

/** The products that the words fit best; one whose whole name is there before those that are only begun. */
function bestOf(words: readonly string[], products: readonly Product[]): Product[] {
  const meant = new Set(words.flatMap(meanings));
  const scored = products.flatMap((product) => {
    const found = product.stems.filter((one) => meant.has(one));
    const weight = found.filter((one) => !UNITS.has(one) && !/^\d+$/.test(one)).length;
    const whole = found.length > 0 && found.length === product.stems.length;
    return weight > 0 || whole ? [{ product, weight: weight + (whole ? 0.5 : 0) }] : [];
  });
  const most = Math.max(0, ...scored.map(({ weight }) => weight));
  return scored.filter(({ weight }) => weight === most).map(({ product }) => product);
}

/** The number before what is named, or else right behind it; where nothing is named, the last one. */
function quantityIn(
  words: readonly string[],
  named: readonly boolean[],
  verb: Verb | null,
  chosen: (word: string) => boolean,
): number | null {
  const first = named.indexOf(true);
  const numbers = words.flatMap((word, at) => {
    const mayHang = verb === "change" || (at < first && first - at <= 2);
    const value = numberIn(word, mayHang);
    const isPrice = /^(?:שקל|₪|שח|shekel|nis)/.test(words[at + 1] ?? "");
    return value === null || isPrice || named[at] ? [] : [{ at, value, word }];
  });
  if (first < 0) return numbers.at(-1)?.value ?? null;
  const last = named.lastIndexOf(true);
  const before = numbers.filter(({ at }) => at < first);
  const behind = numbers.filter(({ at, word }) => at > last && !chosen(word));
  // "Instead of two, four".
  if (verb === "change") return [...before, ...behind].at(-1)?.value ?? null;
  return (before.at(-1) ?? behind.find(({ at }) => at <= last + 2))?.value ?? null;
}

/** "ל-3" is how many where something is changed or named right behind it, and elsewhere when or how much. */
function numberIn(word: string, isHung: boolean): number | null {
  const found = (isHung ? /^(?:[בלמכה]-?)?[x×]?(\d{1,7})$/ : /^[x×]?(\d{1,7})$/).exec(word);
  return found ? Number(found[1]) : null;
}
