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
  /** A foreign word or two of the usual kind: "you", "so". */
  | "drift"
  | "other";

/** Which kind of known invention a transcript looks like. */
export function phraseKind(text: string): PhraseKind {
  const words = wordsOf(text.replace(SOUND_NOTE, " "));
  if (words.length === 0) return "annotation";
  const plain = words.join(" ");
  if (CREDITS.some((credit) => credit.test(plain))) return "credit";
  if (NOTE_WORDS.test(plain)) return "annotation";
  if (COURTESIES.test(plain)) return "courtesy";
  return DRIFTS.test(plain) ? "drift" : "other";
}

const SOUND_NOTE = /\[[^\]]*\]|\([^)]*\)|\*[^*]*\*/gu;
const NOTE_WORDS =
  /^(?:מוזיקה|מוסיקה|מנגינה|צחוק|מחיאות כפיים|שקט|דממה|רעש|רעש רקע|music|applause|silence|laughter|blank audio)(?: (?:ברקע|playing|מתנגנת))?$/u;

/** On the words alone, in lower case with single spaces: the whole text has the shape of a credit, or names its place. */
const CREDITS = [
  /^(?:ה?כתוביות|תורגם|תרגום|תרגם|תרגמה|סונכרן|סנכרון|עריכה|ערך|הפקה|הביא לשידור)(?: .{1,40})? (?:על ידי|עי|ידי|מאת|של|עבור)(?: .*)?$/u,
  /^(?:ה?כתוביות|תרגום|תורגם|סנכרון|תרגום ועריכה|תרגום וסנכרון|כתוביות ותרגום)(?: \S+){0,2}$/u,
  /(?:^| )(?:תודה (?:רבה )?(?:לכם )?(?:ש|על ה?)(?:צפיתם|צפית|צפייה|צפיה|האזנתם|הקשבתם)|צפייה מהנה|צפיה מהנה|תודה על ה?(?:צפייה|צפיה|האזנה))(?: |$)/u,
  /(?:^| )(?:הירשמו|תירשמו|הרשמו|עשו מנוי|תעשו מנוי|להירשם|לחצו|תלחצו|לייק)(?: .{0,30})?(?: |^)(?:לערוץ|לערוצנו|לערוץ שלנו|ה?פעמון|ה?סאבסקרייב|לייק|סאבסקרייב)(?: |$)/u,
  /(?:^| )(?:נתראה|ניפגש|נפגש|להתראות) (?:ב?סרטון|ב?פרק|בסרטונים|בתכנית|בתוכנית)(?: |$)/u,
  /(?:^| )(?:כל הזכויות שמורות|המשך יבוא|בחסות ערוץ|זה היה ה?פרק|סוף ה?פרק)(?: |$)/u,
  /(?:^| )(?:amara|opensubtitles|subtitle|subtitles|subtitled|captions|captioned|captioning|transcribed|transcript)(?: |$)/u,
  /(?:^| )(?:thanks|thank you)(?: .{0,20})? (?:watching|listening|viewing)(?: |$)/u,
  /(?:^| )subscribe(?: |$)/u,
  /(?:^| )(?:see you|catch you)(?: guys)? (?:in the )?next (?:video|time|one|episode)(?: |$)/u,
  /(?:^| )www(?: |$)|^.{0,30}(?: |^)(?:co il|com|org)$/u,
  /(?:субтитр|продолжение следует|спасибо за просмотр|подписывайтесь|подпишитесь|редактор|корректор|dimatorzok)/u,
  /(?:ترجمة|اشتركوا|المشاهدة|القناة)/u,
  /(?:sous titres|sous titrage|merci d avoir regardé|untertitel|untertitelung|subtítulos|sottotitoli|legendas|napisy|altyazı)/u,
  /(?:字幕|订阅|訂閱|观看|觀看|ご視聴|視聴|시청해|구독)/u,
];

const COURTESY_WORDS =
  "תודה|רבה|לכם|לך|מאוד|לכולם|המון|אוקיי|אוקי|טוב|להתראות|ביי|שלום|יום|נעים|נהדר|בהצלחה|thank|thanks|you|so|much|very|bye|goodbye|good|okay|ok|спасибо|большое|شكرا|merci|gracias|danke|ありがとうございました|谢谢";
const THANKS = "תודה|להתראות|ביי|thank|thanks|bye|goodbye|спасибо|شكرا|merci|gracias|danke|ありがとうございました|谢谢";
/** Nothing but thanks and goodbyes. */
const COURTESIES = new RegExp(`^(?=.*(?:^| )(?:${THANKS})(?: |$))(?:(?:${COURTESY_WORDS})(?: |$))+$`, "u");

const DRIFT_WORDS =
  "you|your|the|a|i|it|is|and|so|oh|uh|um|hmm|mm|mmm|ah|ha|he|we|okay|ok|yeah|yes|no|i m|sorry|right|well|what|hey|hi|hello|whoa|wow|да|ну|и|а|نعم|oui|si|der|и что";
const DRIFTS = new RegExp(`^(?:(?:${DRIFT_WORDS})(?: |$)){1,3}$`, "u");
