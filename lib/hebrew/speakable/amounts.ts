/** A number with a point behind a prefix looks like a date; words of money beside it tell that it is an amount. */

const OF_IT = "ה?מבוקש|ה?סופי|ה?התחלתי|ה?חדש|הוא|היא|יהיה|שלהם|שלנו|שלי|שלו|שלה|נגדית|מתחיל|מתחילים|נע|נעים";
const WHAT = "לי|לנו|להם|אותה|אותו|את (?:זה|הדירה|הבית|הנכס|העסקה)";
/** Each ends with the prefix of the number. */
const PRICED = new RegExp(
  [
    `(?:מחיר|מחירים|תקציב|הצעה|הצעות|עלות|סכום)(?: (?:${OF_IT})){0,2}:? [בלמ]`,
    "(?:ירד|ירדה|ירדו|ירידה|יורד|יורדת|יורדים|לרדת|נרד|הוריד|הורידה|הורידו|להוריד|תוריד|תורידו|עלה|עלתה|עלו|לעלות)(?: [א-ת]+)?(?: מ-?[\\d.]+(?: מיליון| אלף)?)? [למ]",
    `(?:לסגור|נסגור|למכור|לקנות|להציע|מציע|מציעה|מציעים|הציע|הציעה|הציעו)(?: (?:${WHAT}))? [בל]`,
    "(?:מחיר|מחירים|תקציב|הצעה|הצעות) בין [\\d.]+ ל",
  ]
    .map((words) => `(?:(?<![א-ת])[ובהלמש]{0,3}(?:${words})$)`)
    .join("|"),
  "u",
);
/** "אחת ב-2.4 ואחת ב-2.7 מיליון": the scale stands only behind the second. */
const BESIDE = /^,? (?:או )?[א-ת]+(?: [א-ת]+)? [בלמ]-\d[\d.,]* ?(אלף|מיליון|מיליארד)/u;
const MEETING = /פגיש|סיור|ביקור|נפגש|תאריך|מועד|מתפנ|פנוי|כניס|מסיר|נקבע|נדח|תור /u;

/** The amount as it is to be read on; null when nothing around it is about money. */
export function asAmount(before: string, number: string, after: string): string | null {
  const clause =
    before
      .slice(-80)
      .split(/[,;!?\n]|\.(?!\d)/)
      .at(-1) ?? "";
  if (PRICED.test(clause)) return number;
  const scale = MEETING.test(clause) ? undefined : BESIDE.exec(after)?.[1];
  return scale ? `${number} ${scale}` : null;
}
