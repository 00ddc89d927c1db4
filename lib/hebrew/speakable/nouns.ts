/** Which gender a noun asks of its number, and how one of it is called. */
import type { Gender } from "./cardinals.ts";

/** plural/singular; a word alone has one form. Regular words (ים masculine, ות feminine) stand here for their singular. */
const MASCULINE = `
שקלים/שקל אחוזים/אחוז מטרים/מטר קילומטרים/קילומטר סנטימטרים/סנטימטר מילימטרים/מילימטר דולרים/דולר סנטים/סנט אירו יורו
דונמים/דונם קילוגרמים/קילוגרם גרמים/גרם ליטרים/ליטר מיליליטרים/מיליליטר קילו טון ימים/יום חודשים/חודש חדשים/חודש שבועות/שבוע
לילות/לילה רגעים/רגע חדרים/חדר ילדים/ילד אנשים/איש לקוחות/לקוח מקומות/מקום תשלומים/תשלום רחובות/רחוב שולחנות/שולחן
חלונות/חלון לוחות/לוח ארונות/ארון יתרונות/יתרון חסרונות/חיסרון רעיונות/רעיון פתרונות/פתרון חלומות/חלום קולות/קול
מטבעות/מטבע וילונות/וילון מלונות/מלון ניסיונות/ניסיון עקרונות/עיקרון דוחות/דוח מקורות/מקור סודות/סוד כיסאות/כיסא
שטרות/שטר חשבונות/חשבון עפרונות/עיפרון שמות/שם אורות/אור מוסדות/מוסד כוחות/כוח קירות/קיר גגות/גג נהרות/נהר אבות/אב
זיכרונות/זיכרון ערבונות/עירבון פיקדונות/פיקדון ביטחונות/ביטחון מזגנים/מזגן בניינים/בניין בתים/בית נכסים/נכס שירותים/שירות
חניונים/חניון מחסנים/מחסן סניפים/סניף תורים/תור טיפולים/טיפול מוצרים/מוצר חוזים/חוזה תנאים/תנאי מחירים/מחיר אזורים/אזור
כיוונים/כיוון צדדים/צד קווים/קו ספרים/ספר טלפונים/טלפון מספרים/מספר נציגים/נציג יועצים/יועץ מתווכים/מתווך שותפים/שותף
דיירים/דייר שוכרים/שוכר משרדים/משרד עובדים/עובד צוותים/צוות פריטים/פריט משלוחים/משלוח שליחים/שליח קטלוגים/קטלוג
סוגים/סוג צבעים/צבע פרויקטים/פרויקט מיליונים/מיליון מיליארדים/מיליארד אלפים/אלף מעקים/מעקה סלונים/סלון מטבחים/מטבח
מפתחות/מפתח ערבים/ערב חשבונות/חשבון שיעורים/שיעור קורסים/קורס מבוגרים/מבוגר תינוקות/תינוק נוסעים/נוסע אורחים/אורח
סלים/סל ארגזים/ארגז בקבוקים/בקבוק כרטיסים/כרטיס שלבים/שלב צעדים/צעד משפטים/משפט אישורים/אישור טפסים/טופס עותקים/עותק
סוכנים/סוכן קונים/קונה מוכרים/מוכר רוכשים/רוכש משקיעים/משקיע קבלנים/קבלן שמאים/שמאי פנטהאוזים/פנטהאוז דופלקסים/דופלקס
ממדים/ממד צ׳קים/צ׳ק מגרשים/מגרש סיורים/סיור ביקורים/ביקור מפלסים/מפלס מסמכים/מסמך
`;
const FEMININE = `
דירות/דירה קומות/קומה שנים/שנה שעות/שעה דקות/דקה שניות/שנייה מעלות/מעלה אגורות/אגורה פעמים/פעם מרפסות/מרפסת חניות/חניה
יחידות/יחידה פגישות/פגישה שיחות/שיחה הודעות/הודעה בקשות/בקשה שאלות/שאלה תשובות/תשובה אפשרויות/אפשרות הצעות/הצעה
הזמנות/הזמנה חבילות/חבילה משימות/משימה מיטות/מיטה מקלחות/מקלחת אמבטיות/אמבטיה משפחות/משפחה נשים/אישה ערים/עיר מילים/מילה
ביצים/ביצה אבנים/אבן דרכים/דרך ידיים/יד רגליים/רגל עיניים/עין שיניים/שן אוזניים/אוזן ברכיים/ברך כתפיים/כתף נעליים/נעל
לירות/לירה מנות/מנה סוכנויות/סוכנות בנות/בת חברות/חברה עסקאות/עסקה קבלות/קבלה חשבוניות/חשבונית מעליות/מעלית כניסות/כניסה
ספרות/ספרה נקודות/נקודה תמונות/תמונה עוגות/עוגה פיצות/פיצה שכונות/שכונה תחנות/תחנה תוכניות/תוכנית בדיקות/בדיקה הנחות/הנחה
נפשות/נפש מכוניות/מכונית הרצאות/הרצאה קופסאות/קופסה שורות/שורה רמות/רמה דלתות/דלת עבודות/עבודה לבנים/לבנה פנים מכירות/מכירה תוספות/תוספת
אופציות/אופציה חתימות/חתימה וילות/וילה סוויטות/סוויטה גינות/גינה משכנתאות/משכנתא ערבויות/ערבות
`;

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
learn(MASCULINE, "m");
learn(FEMININE, "f");

function learn(list: string, gender: Gender): void {
  for (const pair of list.trim().split(/\s+/)) {
    const [plural = "", singular = plural] = pair.split("/");
    if (!known.has(singular)) known.set(singular, { gender, singular, plural: plural === singular, definite: false });
    known.set(plural, { gender, singular, plural: true, definite: false });
  }
}

/** The word after a number as a noun; null when it does not look like something that is counted. */
export function nounOf(word: string): Noun | null {
  const listed = known.get(word);
  if (listed) return listed;
  const withArticle = word.startsWith("ה") ? known.get(word.slice(1)) : undefined;
  if (withArticle) return { ...withArticle, definite: true };
  if (isConstruct(word)) return { gender: "m", singular: null, plural: true, definite: false };
  if (UNCOUNTED.test(word)) return null;
  // "לשירות" goes somewhere; it is not counted.
  if (word.length < 4 || (/^[בלמשו]/.test(word) && known.has(word.slice(1)))) return null;
  const gender = word.endsWith("ות") ? "f" : word.endsWith("ים") ? "m" : null;
  return gender && { gender, singular: null, plural: true, definite: false, described: DESCRIBED.test(word) };
}

/** From two to ten only these stay as they are for one: "6 מטר"; in "ב-5 סיור" the number is an hour. */
export function staysOne(word: string): boolean {
  return MEASURES.has(word);
}

export function isConstruct(word: string): boolean {
  return CONSTRUCT.has(word);
}

/** "שעתיים"; undefined when two of it are counted like any other number. */
export function dualOf({ singular, definite }: Noun): string | undefined {
  return singular && !definite ? DUALS[singular] : undefined;
}

/** "שלושה ימי עבודה", "שני בעלי חיים": forms before another noun, which do not end like plurals. */
const CONSTRUCT: ReadonlySet<string> = new Set(
  (
    "ימי חדרי בני אנשי חודשי תשלומי בעלי סוגי כלי ספלי ארגזי כרטיסי מושבי עמודי שיעורי נציגי ילדי קווי תאי בתי " +
    "משרדי תיקי מיני כיווני נכסי מפלסי מגרשי שלבי מסלולי סניפי טיפולי מזגני מתקני מבני פריטי בקבוקי אחוזי מטרי " +
    "בנייני גני שירותי פרטי מספרי דגמי סוכני יועצי קבלני אישורי חוזי"
  ).split(" "),
);

const MEASURES: ReadonlySet<string> = new Set(
  (
    "שקל אחוז מטר קילומטר סנטימטר מילימטר דולר סנט אירו יורו דונם קילוגרם גרם ליטר מיליליטר קילו טון אגורה לירה " +
    "אלף מיליון מיליארד איש נפש חדר"
  ).split(" "),
);

/** "פנויות", "שמתאימים" */
const DESCRIBED =
  /^ש?(?:פנוי|מתאימ|מתפנ|חדש|ישנ|יפ|גדול|קטנ|זול|יקר|טוב|זמינ|נוספ|אחר|כאל|דומ|קרוב|רלוונטי|מעניינ|משופצ|מרוהט|מושכר|מוכנ|ריק|עומד|נמצא|מחכ|משקיפ|שקט|מואר|מרווח|אחרונ|תפוס|פתוח)(?:ים|ות)$/;

/** Begin like what is counted and are places: "הרצל 12 בני ברק". */
export const PLACES = "(?:בני (?:ברק|דרור)|גני (?:תקווה|תקוה|אביב|יהודה))(?![א-ת])";

/** Ends like a plural and is none: "ב-12 בצהריים", "הרצל 12 ירושלים". */
const UNCOUNTED = /^[ובלמהש]{0,3}(?:צהריים|ירושלים|גבעתיים|אופקים|נתיבות|שדרות|מצרים|כיפורים)$/;

/** Words after which a number is a name and not a count: "קומה שלוש", "חדר שתיים". */
export const LABELS: ReadonlySet<string> = new Set(
  (
    "קומה דירה בניין בית סניף חדר שלוחה מספר סעיף כניסה רחוב שעה אולם משרד עמדה קו אוטובוס כביש שער רציף גוש חלקה מגרש " +
    "כיתה גרסה פרק עמוד שלב אפשרות קבוצה יחידה חניה מחסן תחנה אזור מתחם תיבה דלפק מוקד שורה טופס שאלה פעם פעימה אגף גיל"
  ).split(" "),
);

/** Whether a text ends with such a word, so that the number after it is a name. */
export function isLabelled(before: string): boolean {
  const word = /([א-ת]+)[\s:]*(?:[א-ת]*-)?$/u.exec(before.slice(-40))?.[1] ?? "";
  return LABELS.has(word) || LABELS.has(word.replace(/^[ובלמהש]/, ""));
}
