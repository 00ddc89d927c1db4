/** What can be wanted of a business, and which details matter, by what it does. */
import { type CallFact, type Want, wants } from "../schemas/insight.ts";

interface Kind {
  /** What such a business calls its field, in its own words. */
  field: RegExp;
  wants: readonly Want[];
  facts: readonly CallFact["name"][];
  /** Values as they are to be written. */
  examples: string;
}

/** "ניקיון דירות" is no agency. */
const OF_HOMES = "(?<!(?:ניקיון|ניקוי|שיפוץ|שיפוצי|הובלת|הובלות|צביעת|עיצוב) )דירות";

const PROPERTY_WANTS: readonly Want[] = ["buy", "rent", "sell", "let_out"];
const USUAL_WANTS = wants.filter((want) => !PROPERTY_WANTS.includes(want));

/** A business is of the first kind that its field names. */
const KINDS: readonly Kind[] = [
  {
    field: new RegExp(`נדל[״"]?ן|תיווך|מתווכ|${OF_HOMES}|נכסים|השכרת (?:דירה|משרד)`),
    wants,
    facts: ["property", "area", "rooms", "budget", "when", "detail"],
    examples: "״3.5 חדרים״, ״עד 2.4 מיליון ₪״",
  },
  {
    // They come to the customers: where that is matters.
    field: /אינסטל|חשמלאי|מזגנ|מיזוג|הובל|ניקיון|ניקוי|שיפוצ|שיפוץ|צביע|גינון|הדבר|מנעול|משלוח/,
    wants: USUAL_WANTS,
    facts: ["product", "area", "when", "budget", "detail"],
    examples: "״תיקון מזגן״, ״רחוב הרצל 5, חולון״",
  },
];
const ANY: Kind = {
  field: /^/,
  wants: USUAL_WANTS,
  facts: ["product", "when", "budget", "detail"],
  examples: "״שתי עוגות שוקולד״, ״עד 400 ₪״",
};

/** What may be found in the calls of a business of this field ("תיווך נדל״ן"). */
export function kindOf(field: string): Kind {
  return KINDS.find((kind) => kind.field.test(field)) ?? ANY;
}
