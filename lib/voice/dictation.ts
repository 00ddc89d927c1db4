/** Numbers that are said digit by digit, in pairs or in hundreds: whether one that was begun is all there. */
import { isDoubling, numbersInFigures, spokenDigits } from "#lib/hebrew/spoken-digits.ts";

const OWN = "(?: של[א-ת]{1,2}| של [א-ת]+)?(?: (?:הוא|היא|זה))?";
/** What is about to be dictated, as the words before its digits tell. */
const PHONE = new RegExp(
  `(?:^| )(?:המספר של[א-ת]{1,2}(?: (?:הוא|זה))?|(?:[ובל]?מספר )?(?:[הבל]?טלפון|[הבל]?נייד|[הבל]?פלאפון|[הבל]?סלולרי)${OWN})$`,
  "u",
);
const IDENTITY = new RegExp(
  `(?:^| )(?:מספר (?:ה?זהות|תעודת (?:ה?זהות))|תעודת (?:ה?זהות)|[הב]?ת״ז|[הב]?ת"ז)${OWN}$`,
  "u",
);
const CARD = new RegExp(`(?:^| )(?:מספר ה?כרטיס(?: ה?אשראי)?|כרטיס ה?אשראי)${OWN}$`, "u");
/** A card may also be a ticket, or what it costs. */
const PERHAPS_CARD = new RegExp(`(?:^| )ה?כרטיס${OWN}$`, "u");
const ONE = /^אח[דת]$/u;
/** Only the end of a number: "ארבע הספרות האחרונות". */
const LAST_DIGITS = /(?:אחרונות|מסתיים|מסתיימת|נגמר|נגמרת)(?: ב| הן| זה)?$/u;
/** After these a number is a name and short: קומה אפס, דירה חמש. */
const NUMBERED = /(?:^| )[ובלמ]?ה?(?:קומה|דירה|בניין|כניסה|חדר|סניף|שעה|שלוחה|גיל|בן|בת)$/u;
/** A mobile without its zero: "52 123", "53 44". With a round one it is a range ("50 60") or a price ("59 90"). */
const MOBILE = /^5(?:\d \d{3}|[1-9] \d[1-9](?: |$))/u;
const STAR = /(?:^| )ו?[בל]?ה?כוכבית$/u;

const IDENTITY_DIGITS = 9;
const STAR_DIGITS = 4;
const LAST = 4;
const WITH_COUNTRY = 11;
const TOLL_FREE = 10;

/**
 * Whether these words end in a number that cannot be whole yet. A phone begins with 0 or +972, or is announced, as are
 * identity and card numbers; star and 1-700 numbers show what they are, and so do many small groups (an identity number).
 * A price, a number of rooms, a floor and an hour are complete as they are.
 */
export function digitsMissing(spoken: readonly string[]): boolean {
  const words = numbersInFigures(spoken.join(" ")).split(" ");
  // "שמונה כפול": which digit it is that counts twice is still to come.
  if (isDoubling(words.at(-1) ?? "") && digitsOf(words.at(-2) ?? "") !== "") return true;
  const groups: string[] = [];
  for (const word of words.toReversed()) {
    const digits = digitsOf(word);
    if (digits === "") break;
    groups.unshift(digits);
  }
  const digits = groups.join("");
  if (digits === "") return false;
  const before = words.slice(0, -groups.length).join(" ");
  const first = words.at(-groups.length) ?? "";
  if (STAR.test(before) || first.includes("*")) return digits.length < STAR_DIGITS;
  if (LAST_DIGITS.test(before)) return groups.length > 1 && digits.length < LAST;
  if (NUMBERED.test(before) && groups.length < 3) return false;
  return digits.length < wholeLength({ digits, groups, before, first });
}

/** The key itself, and its number still to come. */
export function endsWithStar(words: readonly string[]): boolean {
  return STAR.test(words.join(" "));
}

interface Dictated {
  digits: string;
  groups: readonly string[];
  /** The words before the digits. */
  before: string;
  /** The first of the digits' words. */
  first: string;
}

/** How many digits there must be; 0 when nothing says that they are dictated. */
function wholeLength({ digits, groups, before, first }: Dictated): number {
  const together = groups.length > 1 || first.includes("-");
  if (digits.startsWith("0")) return /^0[23489]/u.test(digits) ? 9 : 10;
  if (digits.startsWith("972")) return WITH_COUNTRY;
  if (/^1[5-9]00/u.test(digits) && (together || PHONE.test(before))) return TOLL_FREE;
  if (ONE.test(first) && groups.length === 1) return 0;
  if (PHONE.test(before)) return localLength(digits);
  if (IDENTITY.test(before)) return IDENTITY_DIGITS;
  const fours = groups.length > 1 && groups.every((group) => group.length === 4);
  if (CARD.test(before) || fours || (PERHAPS_CARD.test(before) && digits.length >= 4)) return cardLength(digits);
  if (MOBILE.test(groups.join(" "))) return localLength(digits);
  return groups.length >= 3 && groups.every((group) => group.length <= 3) ? IDENTITY_DIGITS : 0;
}

/** Without the leading zero, which many leave out: a mobile, or a land line of one's own area. */
function localLength(digits: string): number {
  return digits.startsWith("5") ? 9 : 7;
}

/** American Express has one digit less. */
function cardLength(digits: string): number {
  return /^3[47]/u.test(digits) ? 15 : 16;
}

/** The digits of a word that is nothing but digits, in figures or spoken; "" otherwise, and for hours and decimals. */
function digitsOf(word: string): string {
  const bare = word.replace(/^[ובלמ]-?(?=[\d*+])/u, "");
  if (/^\d{1,2}:\d\d$|^\d+\.\d{1,2}$/u.test(bare)) return "";
  return /\d/u.test(bare) && /\p{L}/u.test(bare) ? "" : spokenDigits(bare);
}
