/** Whether two promises, or a promise and a task, are about the same thing: by the words that carry something. */
import { normalizeForSearch } from "../../hebrew/normalize.ts";

/** To whom, when and how: in a promise these words say nothing of what is to be done. */
const SAYS_NOTHING = new Set(
  normalizeForSearch(
    `את של על אל עם עד כדי לגבי בנוגע בקשר גם רק כל עוד שוב כבר אז כן לא אם או זה זאת זו הוא היא הם אנחנו אני
    לכם אליכם איתכם אתכם לך אליך לו אליו לה אליה להם אליהם שלכם שלנו שלהם מאיתנו לנו
    לקוח לקוחה לקוחות פונה פונים מתקשר מתקשרת מתקשרים צוות נציג נציגה מישהו
    היום מחר מחרתיים בהקדם בקרוב מיד עכשיו בבקשה תודה יש צריך
    לחזור נחזור אחזור יחזור יחזרו תחזור חוזרת להתקשר נתקשר אתקשר יתקשר יתקשרו תתקשר`,
  ).split(" "),
);

/** A word in the forms that it may be a form of: without what is joined to it, without its ending. */
type Word = readonly string[];

/** Whether most of what the promise is about stands in the other text. */
export function isSaidIn(promise: string, text: string): boolean {
  const words = wordsOf(promise);
  return words.length > 0 && shared(words, wordsOf(text)) * 2 > words.length;
}

/** Whether most of what the shorter one is about stands in the longer one. */
export function areAlike(one: string, other: string): boolean {
  const [shorter, longer] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  return !!shorter && !!longer && shorter.length > 0 && shared(shorter, longer) * 2 > shorter.length;
}

/** Whether any word that carries something stands in both. */
export function touch(one: string, other: string): boolean {
  return shared(wordsOf(one), wordsOf(other)) > 0;
}

function shared(words: Word[], others: Word[]): number {
  return words.filter((word) => others.some((other) => word.some((form) => other.includes(form)))).length;
}

function wordsOf(text: string): Word[] {
  const plain = normalizeForSearch(text).split(/[^\p{L}\p{N}]+/u);
  return plain
    .filter((word) => word.length > 1 && ![word, ...withoutParticles(word)].some((form) => SAYS_NOTHING.has(form)))
    .map((word) => [word, ...withoutParticles(word), ...withoutPerson(word)].map(withoutEnding));
}

/** "ולחוזה" is "לחוזה" and "חוזה": what is left has three letters, or else it is another word ("בעל", "על"). */
function withoutParticles(word: string): string[] {
  const bare = /^ו(?=...)/.test(word) ? [word.slice(1)] : [];
  return [...bare, ...[word, ...bare].flatMap((form) => (/^[הבלמשכ](?=...)/.test(form) ? [form.slice(1)] : []))];
}

/** "נשלח", "אשלח" and "ישלחו" are what "לשלוח" is. */
function withoutPerson(word: string): string[] {
  return /^[נאית](?=...)/.test(word) ? [word.slice(1).replace(/(?<=...)ו$/, "")] : [];
}

/** "דירה", "דירת" and "דירות" are one word, and so are "שלוח" and "שלח". */
function withoutEnding(word: string): string {
  const bare = word.replace(/(?<=..)(?:ימ|ות|ה|ת)$/, "");
  const consonants = bare.slice(0, 1) + bare.slice(1).replace(/[וי]/g, "");
  return consonants.length > 1 ? consonants : word;
}
