/** What recognisers are known to write when nobody speaks: scraps of the subtitles that they learned from. */
import { wordsOf } from "./words.ts";

/** How a text looks among the known inventions. */
export type PhraseKind =
  /** No words at all, or a note about sound: "♪", "[מוזיקה]". */
  | "annotation"
  /** What only a subtitle says: who made it, thanks for watching, subscribe. */
  | "credit"
  /** What recognisers like to invent and callers really say: "תודה רבה", "thank you". */
  | "courtesy"
  /** A word or two of the usual kind: "you", "so", "מוזיקה". */
  | "drift"
  | "other";

/** Which kind of known invention a transcript looks like. */
export function phraseKind(text: string): PhraseKind {
  const words = wordsOf(text.replace(SOUND_NOTE, " "));
  if (words.length === 0) return "annotation";
  const plain = words.join(" ");
  const credit = SIGNED.test(text) || CREDITS.some((shape) => shape.test(plain));
  if (credit && words.length <= LONGEST_CREDIT) return "credit";
  if (COURTESIES.test(plain)) return "courtesy";
  return DRIFTS.test(plain) ? "drift" : "other";
}

/** In more words than this somebody says something else as well. */
const LONGEST_CREDIT = 12;
const SOUND_NOTE = /\[[^\]]*\]|\([^)]*\)|\*[^*]*\*/gu;
/** Who did what for the film, as the text was written: "תרגום: …". */
const SIGNED =
  /^\s*(?:ה?כתוביות|תרגום|תורגם|תרגם|תרגמה|תמלול|סנכרון|עריכה|ערך|ערכה|הפקה|בימוי|קריינות|subtitles|translation)(?: ו?\p{L}+){0,2}\s*[:：]/iu;

/** On the words alone, in lower case with single spaces. */
const CREDITS = [
  // Who made it.
  /^(?:ה?כתוביות|תורגם|תרגום|תרגם|תרגמה|תמלול|סונכרן|סנכרון|עריכה|הפקה|הופק|הוקלט|הובא לשידור)(?: .{1,40})? (?:על ידי|עי|בידי|ידי|מאת)(?: |$)/u,
  /^(?:כתוביות (?:בעברית|נוצרו|אוטומטיות)|תרגום (?:אוטומטי|וסנכרון|וכתוביות)|כתוביות ותרגום)(?: |$)/u,
  /(?:^| )(?:amara|opensubtitles|subtitles?|subtitled|captions?|captioned|captioning|transcribed|copyright)(?: |$)/u,
  /(?:^| )(?:כל הזכויות שמורות|all rights reserved)(?: |$)/u,
  /^www(?: |$)/u,
  // Thanks for watching, and come back.
  /(?:^| )תודה (?:רבה )?(?:לכם )?(?:ש(?:צפיתם|האזנתם|הצטרפתם)|על ה?(?:צפייה|צפיה|האזנה)|לצופים|לצופינו)(?: |$)/u,
  /(?:^| )(?:צפייה|צפיה) (?:מהנה|נעימה)(?: |$)/u,
  /(?:^| )(?:נתראה|ניפגש|נפגש|להתראות|ביי) (?:ב|בה)?(?:סרטון|סרטונים|פרק|תכנית|תוכנית)(?: |$)/u,
  /(?:^| )(?:המשך יבוא|זה היה ה?פרק|סוף ה?פרק|ברוכים הבאים|אחרי הפרסומות|שלום לכולם)(?: |$)/u,
  /(?:^| )(?:thanks|thank you)(?: .{0,20})? (?:watching|listening|viewing)(?: |$)/u,
  /(?:^| )see you(?: guys)?(?: all)? (?:in the )?next (?:video|time|one|week|episode)(?: |$)/u,
  // Subscribe.
  /(?:^| )(?:הירשמו|הרשמו|תירשמו|subscribe)(?: |$)/u,
  /(?:^| )(?:תנו|עשו|תעשו|לעשות|לתת|שימו)(?: לנו)? (?:לייק|סאבסקרייב|מנוי|פולו)(?: |$)/u,
  /(?:^| )(?:להירשם לערוץ|עקבו אחרינו)(?: |$)/u,
  // The same in other languages.
  /субтитр|продолжение следует|за просмотр|подписывайтесь|подпишитесь|ставьте лайк|dimatorzok/u,
  /ترجمة|اشتركوا|المشاهدة|القناة/u,
  /sous titr|davoir regardé|untertitel|subtítulos|sottotitoli|legendas|napisy|altyazı/u,
  /字幕|订阅|訂閱|观看|觀看|視聴|시청해|구독/u,
];

const COURTESY_WORDS =
  "תודה|רבה|לכם|לך|מאוד|לכולם|המון|אוקיי|אוקי|טוב|להתראות|ביי|שלום|יום|נעים|נהדר|בהצלחה|thank|thanks|you|so|much|very|bye|goodbye|good|okay|ok|спасибо|большое|شكرا|merci|gracias|danke|ありがとうございました|谢谢";
const THANKS = "תודה|להתראות|ביי|thank|thanks|bye|goodbye|спасибо|شكرا|merci|gracias|danke|ありがとうございました|谢谢";
/** Nothing but thanks and goodbyes. */
const COURTESIES = new RegExp(`^(?=.*(?:^| )(?:${THANKS})(?: |$))(?:(?:${COURTESY_WORDS})(?: |$))+$`, "u");

const DRIFT_WORDS =
  "you|your|the|a|i|it|its|is|and|so|oh|uh|um|hmm|mm|mhm|mmm|ah|ha|he|we|okay|ok|yeah|im|sorry|right|well|what|know|whoa|wow|music|applause|ну|и|а";
const DRIFTS = new RegExp(`^(?:(?:${DRIFT_WORDS})(?: |$)){1,3}$|^(?:מוזיקה|מוסיקה|צחוק|כתוביות|תרגום)$`, "u");
