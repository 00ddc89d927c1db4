/** Which gender a noun asks of its number, and how one of it is called. */
import type { Gender } from "./cardinals.ts";
import { FEMININE, MASCULINE } from "./noun-lists.ts";

/** Two of these have a word of their own. */
const DUALS: Record<string, string> = {
  יום: "יומיים",
  שבוע: "שבועיים",
  חודש: "חודשיים",
  שנה: "שנתיים",
  שעה: "שעתיים",
  פעם: "פעמיים",
};

export interface Noun {
  gender: Gender;
  /** Null when the word is not in the list and only its ending was seen. */
  singular: string | null;
  plural: boolean;
  /** It stands with the article: "החדרים". */
  definite: boolean;
  /** Not the thing itself but what is said of it: "2 פנויות" are שתיים פנויות. */
  described?: boolean;
}

const known = new Map<string, Noun>();
/** "ימי" of ימי עבודה, "דרכי" of דרכי הגעה: the form of many before another noun. */
const constructs = new Map<string, Gender>();
/** "דירת" of דירת גן: the form of one. */
const singularConstructs = new Map<string, Noun>();
/** Of these words the form is another, or is first of all another word. */
const NO_CONSTRUCTS: ReadonlySet<string> = new Set("שני פני מילי כללי מרכזי אחי חגי כפרי".split(" "));
learn(MASCULINE, "m");
learn(FEMININE, "f");
for (const word of "ימי בתי בני אנשי רואי דמי מיני דודי שטרי".split(" ")) constructs.set(word, "m");

function learn(list: string, gender: Gender): void {
  for (const pair of list.trim().split(/\s+/)) {
    const [plural = "", singular = plural] = pair.split("/");
    if (!known.has(singular)) known.set(singular, { gender, singular, plural: plural === singular, definite: false });
    known.set(plural, { gender, singular, plural: true, definite: false });
    const construct = plural.replace(/י?ים$/, "י");
    if (construct !== plural && !NO_CONSTRUCTS.has(construct)) constructs.set(construct, gender);
    if (singular.endsWith("ה") && gender === "f")
      singularConstructs.set(singular.replace(/ה$/, "ת"), { gender, singular, plural: false, definite: false });
  }
}

/** The word after a number as a noun; null when it does not look like something that is counted. */
export function nounOf(word: string): Noun | null {
  const listed = known.get(word);
  if (listed) return listed;
  const withArticle = word.startsWith("ה") ? known.get(word.slice(1)) : undefined;
  if (withArticle) return { ...withArticle, definite: true };
  if (isConstruct(word)) return constructOf(word);
  if (DESCRIBED_ONE.test(word)) return { gender: "m", singular: null, plural: false, definite: false, described: true };
  if (UNCOUNTED.test(word)) return null;
  // "לשירות" goes somewhere; it is not counted.
  if (word.length < 4 || (/^[בלמשו]/.test(word) && known.has(word.slice(1)))) return null;
  const gender = word.endsWith("ות") ? "f" : word.endsWith("ים") ? "m" : null;
  // What begins with ה and is not in the list has the article: "היקרות ביותר".
  const definite = word.startsWith("ה");
  const described = !definite && DESCRIBED.test(word);
  return gender && { gender, singular: null, plural: true, definite, described };
}

/** Only these stay as they are for one: "6 מטר"; in "ב-5 סיור" the number is an hour. */
export function staysOne(word: string): boolean {
  return MEASURES.has(word);
}

/** The same above ten: "14 יום"; in "ב-11 סיור" the number is an hour. */
export function staysOneOfMany(word: string): boolean {
  return MEASURES.has(word) || TIMES.has(word);
}

/** The form of many that stands before another noun: "ימי עבודה". */
export function isConstruct(word: string): boolean {
  return constructs.has(word);
}

/** The noun of such a form, also of one that looks like one and is in no list ("תלושי שכר"): those are masculine. */
export function constructOf(word: string): Noun {
  return { gender: constructs.get(word) ?? "m", singular: null, plural: true, definite: false };
}

/** Whether a word that nobody listed may be such a form. */
export function looksLikeConstruct(word: string): boolean {
  return /^[א-ת]{4,}י$/.test(word) && !ADJECTIVES.has(word) && !NO_CONSTRUCTS.has(word);
}

/** The noun of "דירת", "מכונת" and the like, which never stand alone; undefined for other words. */
export function singularConstructOf(word: string): Noun | undefined {
  return known.has(word) ? undefined : singularConstructs.get(word);
}

/** "שעתיים"; undefined when two of it are counted like any other number. */
export function dualOf({ singular, definite }: Noun): string | undefined {
  return singular && !definite ? DUALS[singular] : undefined;
}

/** End like such a form and are none. */
const ADJECTIVES: ReadonlySet<string> = new Set(
  (
    "אחרי לפני אולי שלישי רביעי חמישי שביעי שמיני תשיעי עשירי צפוני דרומי מזרחי מערבי מקורי חשמלי ישראלי ראשוני שבועי " +
    "רבעוני דיגיטלי מיידי בלעדי תקופתי יומיומי יוקרתי מסחרי ציבורי חיצוני פנימי טבעי ידני אוטומטי קלאסי אמיתי עירוני"
  ).split(" "),
);

const MEASURES: ReadonlySet<string> = new Set(
  (
    "שקל אחוז מטר קילומטר סנטימטר מילימטר דולר סנט אירו יורו דונם קילוגרם גרם ליטר מיליליטר קילו טון אגורה לירה " +
    "אלף מיליון מיליארד איש נפש חדר"
  ).split(" "),
);

const TIMES: ReadonlySet<string> = new Set("יום חודש שבוע לילה אדם".split(" "));

/** "פנויות", "שמתאימים" */
const DESCRIBED =
  /^ש?(?:פנוי|מתאימ|מתפנ|חדש|ישנ|יפ|גדול|קטנ|זול|יקר|טוב|זמינ|נוספ|אחר|כאל|דומ|קרוב|רלוונטי|מעניינ|משופצ|מרוהט|מושכר|מוכנ|ריק|עומד|נמצא|מחכ|משקיפ|שקט|מואר|מרווח|אחרונ|תפוס|פתוח)(?:ים|ות)$/;

/** "1 קטן" of חדרים; of דירות it is 1 קטנה, and feminine as every number is. */
const DESCRIBED_ONE =
  /^(?:פנוי|חדש|ישן|יפה|גדול|קטן|זול|יקר|נוסף|אחר|משופץ|מושכר|ריק|שקט|מרווח|אחרון|תפוס|פתוח|סגור|מקורה|כפול)$/;

/** Begin like what is counted and are places: "הרצל 12 בני ברק". */
export const PLACES = "(?:בני (?:ברק|דרור)|גני (?:תקווה|תקוה|אביב|יהודה))(?![א-ת])";

/** Ends like a plural and is none: "ב-12 בצהריים", "הרצל 12 ירושלים". */
const UNCOUNTED = /^[ובלמהש]{0,3}(?:צהריים|ירושלים|גבעתיים|אופקים|נתיבות|שדרות|מצרים|כיפורים)$/;

/** Words after which a number is a name and not a count: "קומה שלוש", "חדר שתיים". */
export const LABELS: ReadonlySet<string> = new Set(
  (
    "קומה דירה בניין בית סניף חדר שלוחה מספר סעיף כניסה רחוב שעה אולם משרד עמדה קו אוטובוס כביש שער רציף גוש חלקה מגרש " +
    "כיתה גרסה פרק עמוד שלב אפשרות קבוצה יחידה חניה מחסן תחנה אזור מתחם תיבה דלפק מוקד שורה טופס שאלה פעם פעימה אגף גיל " +
    "הקש הקישו הקישי להקיש לחץ לחצו לחצי ללחוץ"
  ).split(" "),
);

/** Whether a text ends with such a word, so that the number after it is a name. */
export function isLabelled(before: string): boolean {
  const word = /([א-ת]+)[\s:]*(?:[א-ת]*-)?$/u.exec(before.slice(-40))?.[1] ?? "";
  return LABELS.has(word) || LABELS.has(word.replace(/^[ובלמהש]/, ""));
}
