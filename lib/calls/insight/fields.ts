/** Which details matter, by what the business does. */
import type { CallFact } from "../schemas/insight.ts";

const PROPERTY_NAMES = ["property", "area", "rooms", "budget", "when", "detail"] as const;
const OTHER_NAMES = ["product", "when", "budget", "detail"] as const;

/** The names of the facts that are looked for in the calls of a business of this field ("תיווך נדל״ן"). */
export function factNamesOf(field: string): readonly CallFact["name"][] {
  return isRealEstate(field) ? PROPERTY_NAMES : OTHER_NAMES;
}

export function isRealEstate(field: string): boolean {
  return /נדל[״"]?ן|תיווך|מתווכ|דירות|נכסים|השכרת (?:דירה|משרד)/.test(field);
}
