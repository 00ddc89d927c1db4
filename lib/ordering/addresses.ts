/** Where somebody lives, in their own words. */

/** Whether this can be where somebody lives, when they say that it is: a word, and no question. */
export function canBeAddress(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !/\?\s*$/.test(text) && text.length <= 500;
}

const MOST_ADDRESS_WORDS = 20;
const NUMBER_OF_HOUSE = /(?<![\p{L}\p{N}])\d{1,4}(?:[א-ת]['׳]?|[a-z])?(?![\p{L}\p{N}])/iu;
const STREET = wholeWord(
  `[בלמה]?(?:רחוב|רח|שדרות|שדרת|שד|דרך|ככר|כיכר|סמטת|משעול|שביל|מושב|קיבוץ|שכונת|כפר)|street|st|road|rd|avenue|ave|boulevard|blvd|lane`,
);
/** What people say and no place is called. */
const SENTENCE = wholeWord(
  `אני|אנחנו|אתם|אתה|לי|לנו|שלי|זה|רוצה|רוצים|אפשר|צריך|צריכים|תביאו|תחזירו|תבטלו|לבטל|להוסיף|למה|מתי|כמה|איך|מה|האם|כבר|בשעה|נציג|שקל|שקלים|i|you|we|want|need|please|my|can|how|when|why`,
);

/** Whether words that nobody called an address are one: with the number of a house or a word for a street, no sentence. */
export function looksLikeAddress(text: string): boolean {
  if (!canBeAddress(text) || text.includes("?") || text.split(/\s+/).length > MOST_ADDRESS_WORDS) return false;
  if (SENTENCE.test(text) || /₪|\d\s*[x×*]\s*\d/i.test(text)) return false;
  return NUMBER_OF_HOUSE.test(text) || STREET.test(text);
}

function wholeWord(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu");
}
