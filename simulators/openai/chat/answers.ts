import type { Intent } from "./intents.ts";
import { lookUp, type Persona } from "./persona.ts";

const DAYS = ["ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת"];
const LETTERS = ["א", "ב", "ג", "ד", "ה", "ו", "ש"];

export interface Answer {
  text: string;
  /** The prompt says so; otherwise all that is said is that it does not. */
  sure: boolean;
}

/** The answer to a question about the business, from the prompt's text only. */
export function answer(intent: Intent, question: string, persona: Persona): Answer {
  switch (intent) {
    case "hours":
      return persona.hours ? sure(hours(question, persona.hours, persona)) : unknown(persona, "את שעות הפתיחה");
    case "address":
      return persona.address ? sure(`הכתובת שלנו היא ${persona.address}.`) : unknown(persona, "את הכתובת");
    case "identity":
      return sure(identity(persona));
    default:
      return fromPrompt(question, persona);
  }
}

function sure(text: string): Answer {
  return { text, sure: true };
}

/** "אני מעבירה", "אני מעביר" or "אנחנו מעבירים", as the prompt has it. */
export function voice(persona: Persona, feminine: string, masculine: string, plural: string): string {
  return { feminine, masculine, plural }[persona.speaksAs];
}

function hours(question: string, open: string, persona: Persona): string {
  const all = plain(open);
  if (/עכשיו|כרגע/.test(question) && persona.openNow !== undefined) {
    return persona.openNow ? "כן, אנחנו פתוחים עכשיו." : `כרגע אנחנו סגורים. אנחנו פתוחים ${all}.`;
  }
  const day = askedDay(question, persona);
  if (day === undefined) return `אנחנו פתוחים ${all}.`;
  const clause = clauses(open).find((one) => coversDay(one, day));
  if (!clause) return `ל${nameOf(day)} לא רשום אצלי שאנחנו פתוחים. השעות שלנו: ${all}.`;
  if (/סגור|לא עובד|אין קבלה/.test(clause)) return `ב${nameOf(day)} אנחנו סגורים.`;
  const times = [...clause.matchAll(/\d{1,2}(?::\d{2})?\s*(?:[-–—]|עד)\s*\d{1,2}(?::\d{2})?/g)]
    .map((span) => span[0])
    .join(" וגם ");
  return times ? `ב${nameOf(day)} אנחנו פתוחים ${plain(times)}.` : `ב${nameOf(day)}: ${plain(clause)}.`;
}

function askedDay(question: string, persona: Persona): number | undefined {
  const named = DAYS.findIndex((name) => new RegExp(`(?<![א-ת])[בלהמ]?${name}(?![א-ת])`).test(question));
  if (named >= 0) return named;
  const today = persona.today?.getUTCDay();
  if (today === undefined) return undefined;
  if (/היום|עכשיו|כרגע/.test(question)) return today;
  return /מחר(?!תיים)/.test(question) ? (today + 1) % 7 : undefined;
}

function clauses(text: string): string[] {
  return text
    .split(/[;\n]|,\s*(?=(?:ו?ב?יום|ו?ב?ימי|ו?ב?(?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת|ערבי))|[אבגדהוש]['׳])|\.\s+/)
    .map((one) => one.trim());
}

// "ראשון עד חמישי", "א'-ה'", "ימים א׳ עד ו׳" cover every day between; otherwise the day must be named.
function coversDay(clause: string, day: number): boolean {
  const marks = [
    ...clause.matchAll(
      /(?<![א-ת])[בהול]{0,2}(ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)(?![א-ת])|(?<![א-ת])[ול]?([אבגדהוש])['׳]/g,
    ),
  ];
  const days = marks.map((mark) => (mark[1] ? DAYS.indexOf(mark[1]) : LETTERS.indexOf(mark[2] ?? "")));
  if (days.includes(day)) return true;
  for (const [index, from] of days.entries()) {
    const to = days[index + 1];
    const mark = marks[index];
    const next = marks[index + 1];
    if (to === undefined || !mark || !next) continue;
    const between = clause.slice(mark.index + mark[0].length, next.index);
    if (/^\s*(?:[-–—]|עד)\s*(?:יום\s*)?$/.test(between) && from <= day && day <= to) return true;
  }
  return /כל (?:ה)?(?:יום|ימות השבוע|ימים)|24\/7|כל ימי השבוע/.test(clause);
}

function identity(persona: Persona): string {
  const here = persona.speaksAs === "plural" ? "כאן" : "אני";
  const who = persona.agentName ? `${persona.agentName}, ` : "";
  const kind = voice(persona, "העוזרת הקולית", "העוזר הקולי", "הנציג הקולי");
  return persona.businessName ? `${here} ${who}${kind} של ${persona.businessName}.` : `${here} ${who}${kind} של העסק.`;
}

function fromPrompt(question: string, persona: Persona): Answer {
  const line = lookUp(persona, question);
  if (!line) return { text: "על זה אין לי תשובה כרגע, אבל אפשר לבדוק ולחזור אליכם.", sure: false };
  if (/^(?:אל|אין ל(?:מסור|תת)|אסור|לא ל)(?![א-ת])/.test(line.text))
    return sure("את זה אי אפשר למסור כאן, אבל אפשר לרשום את השאלה ולחזור אליכם.");
  return sure(`${plain(line.text)}.`);
}

function unknown(persona: Persona, what: string): Answer {
  const dontKnow = voice(persona, "אני לא יודעת", "אני לא יודע", "אנחנו לא יודעים");
  return { text: `${dontKnow} ${what}, אבל אפשר לבדוק ולחזור אליכם.`, sure: false };
}

function nameOf(day: number): string {
  return day === 6 ? "שבת" : `יום ${DAYS[day]}`;
}

function plain(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ", ")
    .replace(/[.\s]+$/, "")
    .trim();
}
