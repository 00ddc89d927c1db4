/** The letters of weekdays: יום א׳ is ראשון, ימים א׳-ה׳ and א-ה are ראשון עד חמישי. */

const NAMES: Record<string, string> = {
  א: "ראשון",
  ב: "שני",
  ג: "שלישי",
  ד: "רביעי",
  ה: "חמישי",
  ו: "שישי",
  ש: "שבת",
};
const MARKED = "[א-וש]׳(?![א-ת]{2})";
const LETTER = `(?:${MARKED}|[א-ו](?![א-ת׳״]|-?\\d))`;
const SPAN = " ?- ?| עד ";
/** "יום א׳", "ימים א-ה", "בימים א׳, ג׳ ו-ה׳" */
const NAMED = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}])[ובלהמש]*(?:יום|ימים|ימי) )${LETTER}(?:(?:${SPAN})${LETTER}|(?:, ?| ו-?|, ו-?)${MARKED})*`,
  "gu",
);
/** "א׳-ה׳" in front of hours; without a geresh only what begins with the week: "ב-ה" could be anything. */
const BARE = new RegExp(
  `(?<![\\p{L}\\p{M}\\d׳״]|[\\p{L}\\p{M}]-)([במ])?(?:([א-ה])׳(?:${SPAN})([ב-וש])׳(?![א-ת])|א-([ג-ו])(?![\\p{L}\\p{M}\\d׳״]|-))`,
  "gu",
);
/** "ו׳ 9:00-13:00" after the other days. */
const ALONE =
  /(?<=(?:^|[,;:|(]) ?)(ו-?)?([א-וש])׳ ?(?=\d{1,2}:\d\d|\d{1,2}-\d{1,2}(?!\d)|(וערבי? חג)|ב-\d{1,2}(?![\d./]))/gmu;
/** "א-ד 9-18, ה 9-20" */
const WITHOUT_MARK = /(?<=\d, ?)([א-וש])(?= \d{1,2}(?::\d\d)?-\d{1,2}(?!\d))/g;
/** "9-17" after a day is hours. */
const HOURS =
  /(?<=(?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת|ערבי? חג|שעות|פתוח|פתוחה|פתוחים),? )(\d|1\d|2[0-4])-(\d|1\d|2[0-4])(?=[,.;)]?(?:$|[\s]))(?! [א-ת]*[א-ת](?:ים|ות)(?![א-ת]))/gmu;
/** "9-12 ו-16-19" */
const MORE_HOURS = /(?<=\d:\d\d-\d{1,2}:\d\d,? ו-?)(\d|1\d|2[0-4])-(\d|1\d|2[0-4])(?=[,.;)]?(?:$|\s))/gm;
/** What else is counted by letters. */
const NO_DAYS = /(?:כיתות|כיתה|סעיפים|סעיף|קבוצות|בניינים|כניסות|אגפים|שכבות|חלקים|פרקים) $/u;

/** The days of a text by their names, with a pause between them and their hours. */
export function speakWeekdays(text: string): string {
  return text
    .replace(NAMED, (letters: string, at: number, whole: string) => `${names(letters)}${pause(letters, at, whole)}`)
    .replace(
      BARE,
      (
        match: string,
        prefix: string | undefined,
        from = "א",
        to: string | undefined,
        toBare: string | undefined,
        at: number,
        whole: string,
      ) => {
        const before = whole.slice(0, at);
        if (NO_DAYS.test(before)) return match.replace(/ ?- ?/, " עד ");
        const days = `${NAMES[from]} עד ${NAMES[to ?? toBare ?? ""]}${pause(match, at, whole)}`;
        if (prefix === "מ") return `מיום ${days}`;
        return `${prefix || /[א-ת] $/u.test(before) ? "בימים" : "ימים"} ${days}`;
      },
    )
    .replace(WITHOUT_MARK, "$1׳")
    .replace(ALONE, (_, and: string | undefined, letter: string, eve?: string) => {
      return `${and ? "ו" : ""}${letter === "ש" ? "" : "יום "}${NAMES[letter]}${eve ? " " : ", "}`;
    })
    .replace(HOURS, "$1:00-$2:00")
    .replace(MORE_HOURS, "$1:00-$2:00");
}

function names(letters: string): string {
  return letters
    .replace(/(?<![א-ת])(ו-?)?([א-וש])׳?(?![א-ת])/g, (_, and: string | undefined, letter: string) => {
      return `${and ? "ו" : ""}${NAMES[letter]}`;
    })
    .replace(/ ?- ?/g, " עד ");
}

function pause(found: string, at: number, whole: string): string {
  if (/^[א-ת]/.test(whole.slice(at + found.length))) return " ";
  return found.length > 2 && /^ \d{1,2}(?::\d\d|-\d{1,2}(?![\d.,:/]| [א-ת]))/.test(whole.slice(at + found.length))
    ? ","
    : "";
}
