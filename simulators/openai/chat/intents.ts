import { isCallback, isComplaint, isQuestion, isUnclear } from "./facts.ts";
import { isBookingWish } from "./knowledge.ts";
import { askedIn } from "./questions.ts";

/** What the caller's last words ask of the agent, the most urgent first. */
export type Intent =
  | "unclear"
  | "foreign"
  | "human"
  | "goodbye"
  | "hold"
  | "repeat"
  | "wrongNumber"
  | "hours"
  | "address"
  | "identity"
  | "booking"
  | "question"
  | "message"
  | "complaint"
  | "abuse"
  | "thanks"
  | "greeting"
  | "yes"
  | "no"
  | "inform";

/** Reads the intent of the caller's words, given what the agent had said before them. */
export function intentOf(text: string, agentBefore: string): Intent {
  if (isUnclear(text)) return "unclear";
  if (!/[א-ת]/.test(text) && /[a-zа-я]{2}/i.test(text)) return "foreign";
  const words = text
    .replace(/[^א-ת\s]/g, " ")
    .trim()
    .split(/\s+/);
  const asked = askedIn(agentBefore);
  const wrappingUp = asked.includes("anything");
  if (
    /בן[ -]?אדם|נציגה? אנושי|נציג אמיתי|מישהו אמיתי|אדם אמיתי|(?:תעביר|להעביר|העביר)[א-ת]* (?:אותי|ל)|לדבר עם (?:נציג|מישהו|מנהל|אדם|בעל|סוכן|מתווך|המנהל|הבעלים)/.test(
      text,
    )
  )
    return "human";
  if (
    /להתראות|(?<![א-ת])ביי(?![א-ת])|יום (?:טוב|נעים)|שיהיה (?:ערב|לילה|יום|שבוע)|ערב טוב ותודה|לילה טוב|שבת שלום|זהו,? תודה|תודה,? זהו|לא,? תודה|זה הכול|זה הכל|נדבר/.test(
      text,
    )
  )
    return "goodbye";
  if (wrappingUp && /^(?:לא|זהו|תודה|אין)(?![א-ת])/.test(text) && words.length <= 5 && !isQuestion(text))
    return "goodbye";
  if (isCallback(text)) return "message";
  if (/טעות במספר|טעיתי במספר/.test(text)) return "wrongNumber";
  if (/לא שמעתי|לחזור על זה|מה אמרת|תחזרי על|תחזור על|מישהו שומע|שומעים אותי|את שם|אתה שם/.test(text)) return "repeat";
  if (/^(?:רגע|סליחה|חכ[הי]|שנייה|שניה|עצר?[וי]ר?י?|די|תעצר[יו]|לא לא)(?![א-ת])/.test(text) && words.length <= 4)
    return "hold";
  if (isBookingWish(text)) return "booking";
  if (asksHours(text)) return "hours";
  if (/כתובת|איפה (?:אתם|המשרד|העסק|החנות|נמצא|זה נמצא)|איך מגיעים|המיקום שלכם|היכן/.test(text)) return "address";
  if (
    /מי (?:זה|זאת|מדבר|אני מדבר|את(?![א-ת])|אתה|אתם)|איך קוראים ל(?:ך|עסק)|לאן הגעתי|זה (?:ה)?(?:רובוט|מחשב|בוט)|(?:את|אתה|עם) (?:ה)?(?:רובוט|מחשב|בוט|מכונה)|מה שם (?:העסק|החברה)/.test(
      text,
    )
  )
    return "identity";
  if (
    /שקרנ|רמאי|גנב(?:ים|ות|תם|ת)?(?![א-ת])|חרפה|מחורבן|חוצפ|חצופ|אידיוט|מטומט|לא שווים כלום|שירות גרוע|נמאס לי מכם|לכו לעזאזל/.test(
      text,
    )
  )
    return "abuse";
  if (isComplaint(text)) return "complaint";
  if (/^(?:הלו|שלום|היי|אהלן|בוקר טוב|ערב טוב|צהריים טובים)[.!?,]*(?: שלום)?[.!?]*$/.test(text)) return "greeting";
  if (isQuestion(text) && !/^(?:שלום,? )?אפשר/.test(text)) return "question";
  if (/^(?:אוקיי |בסדר |טוב )?(?:המון )?תודה(?: רבה| לך| לכם)*[.!]?$/.test(text)) return "thanks";
  if (/^(?:כן|בטח|אוקיי|בסדר|אהה|נכון|מצוין|סבבה|יאללה|נו|הבנתי|מממ|אה)(?![א-ת])/.test(text) && words.length <= 3)
    return "yes";
  if (/^לא(?![א-ת])/.test(text) && words.length <= 3) return "no";
  return "inform";
}

function asksHours(text: string): boolean {
  if (/שעות (?:ה)?(?:פתיחה|פעילות|עבודה)|מתי (?:אתם )?(?:פתוח|סוגר|פותח|אפשר לבוא|עובד)/.test(text)) return true;
  return /(?<![א-ת])(?:פתוחים|פתוח|סגורים|סגור|עובדים)(?![א-ת])/.test(text) && isQuestion(text);
}
