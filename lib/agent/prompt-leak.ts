/** What only the model is told and no caller may hear: the prompt's own labels and rules, and the names of tools. */
import { hasInternalWords } from "../calls/internal-words.ts";
import { normalizeForSearch } from "../hebrew/normalize.ts";
import { INSTRUCTIONS } from "./persona.ts";

/** Labels of the prompt that nobody says on the phone. An address or opening hours may well be said so. */
const LABELS = [
  "שם העסק",
  "תחום",
  "סגנון",
  "המשרד כרגע",
  "מספר המתקשר",
  "שם המתקשר",
  "העברה לנציג",
  "הנחיות העסק",
  "איך מדברים בטלפון",
  "מתי משתמשים בכלים",
  "כלי החזיר שלא הצליח",
];
const LABEL = new RegExp(`^\\s*(?:${LABELS.join("|")})(?::|$)`);
/** Shorter pieces of the rules are words that anybody may say. */
const LEAST_ECHO = 15;

const rules = normalizeForSearch(INSTRUCTIONS);

/** Whether a clause of an answer comes out of the prompt; `begins`: it is the first one of its sentence. */
export function isPromptLeak(clause: string, begins: boolean): boolean {
  if (hasInternalWords(clause) || (begins && LABEL.test(clause))) return true;
  return clause.split(":").some((part) => {
    const plain = normalizeForSearch(part.replace(/[.,;!?]+\s*$/, ""));
    return plain.length >= LEAST_ECHO && rules.includes(plain);
  });
}
