/** What the system prompt says about the business and the caller, read from its labelled lines. */
export interface Persona {
  businessName?: string | undefined;
  agentName?: string | undefined;
  field?: string | undefined;
  tone: "formal" | "warm";
  hours?: string | undefined;
  address?: string | undefined;
  callerName?: string | undefined;
  callerPhone?: string | undefined;
  /** The day the prompt says it is, at noon UTC. */
  today?: Date | undefined;
  farewell?: string | undefined;
  /** How the agent speaks of itself. */
  speaksAs: "feminine" | "masculine" | "plural";
  /** Whether the business is open at this moment, when the prompt says so. */
  openNow?: boolean | undefined;
  /** False when the prompt forbids to ask for a number that is known already. */
  asksKnownNumber: boolean;
  realEstate: boolean;
  /** What it answers in. */
  language: "he" | "en";
  /** Lines that may be repeated to a caller who asks about what stands in them. */
  knowledge: { label: string; text: string }[];
}

const UNKNOWN = /^(?:לא ידוע(?:ה|ים)?|אין|לא נמסר|חסוי|unknown|none|null|undefined|-|—)?[.]?$/i;

// What is there for the agent only, or is no answer to anything.
const PRIVATE =
  /^(?:שם|שמך|תאריך|טון|סגנון|מספר|טלפון ה|ה?לקוח|ה?מתקשר|היום|השעה|תפקיד|איך מדברים|איך עונים|איך מזמינים|איך לדבר|מתי משתמשים|כללי|rules)/;

/** Reads the prompt; what it does not say stays undefined. */
export function readPersona(prompt: string): Persona {
  const sections = readSections(prompt);
  const find = (label: RegExp): string | undefined => {
    const value = sections.find((section) => label.test(section.label))?.text.trim();
    return value === undefined || UNKNOWN.test(value) ? undefined : value;
  };
  const field = find(/^(?:תחום|ענף|סוג העסק|field|industry)/i);
  const tone = find(/^(?:טון|סגנון|tone)/i) ?? "";
  return {
    businessName: find(/^(?:שם העסק|שם החברה|עסק|העסק|חברה|business)/i) ?? nameInSentence(prompt),
    agentName: find(/^(?:שמך|שם הנציגה?|שם הסוכנת?|השם שלך|agent name)/i) ?? nameOfAgent(prompt),
    field,
    tone: /רשמי|מכובד|formal/i.test(tone) ? "formal" : "warm",
    hours: find(/^(?:שעות|מתי פתוח|opening|hours)/i),
    address: find(/^(?:כתובת|מיקום|address)/i),
    callerName: find(/^(?:שם ה(?:לקוחה?|מתקשרת?|פונה)|ה?לקוחה?|ה?מתקשרת?|caller name|customer name)$/i)
      ?.replace(/[,(].*$/, "")
      .trim(),
    callerPhone: find(
      /^(?:(?:מספר |ה?טלפון )(?:של )?(?:ה)?(?:טלפון|לקוחה?|מתקשרת?|פונה).*|(?:מספר|טלפון) מזוהה|caller(?: phone)?|phone)$/i,
    ),
    today: dateIn(prompt),
    farewell: /בסוף (?:כל |ה)?ה?שיחה[^"״“\n]*["״“]([^"״”\n]+)["״”]/.exec(prompt)?.[1],
    speaksAs: speaksAs(prompt),
    openNow: openNow(find(/^(?:המשרד|העסק) כרגע$|^פתוח עכשיו$/)),
    asksKnownNumber: !/מספר[^.\n]{0,20} שואלים רק אם/.test(prompt),
    realEstate: /נדל|תיווך|דירות|דירה|נכסים/.test(`${field ?? ""} ${field ? "" : prompt}`),
    language: /באנגלית בלבד|in English only/i.test(prompt) ? "en" : "he",
    knowledge: sections
      .filter(({ label }) => !PRIVATE.test(label))
      .flatMap((section) =>
        section.text.split(/\n|(?<=[.!?])\s+/).map((text) => ({ label: section.label, text: text.trim() })),
      )
      .filter(({ text }) => /\p{L}/u.test(text)),
  };
}

/** The line of the prompt that says most about what the question asks, if any does. */
export function lookUp(persona: Persona, question: string): { label: string; text: string } | undefined {
  const wanted = stems(question);
  let best: { label: string; text: string } | undefined;
  let bestScore = 0;
  for (const line of persona.knowledge) {
    if (!line.text || INSTRUCTION.test(line.label) || INSTRUCTION.test(line.text)) continue;
    const known = stems(`${line.label} ${line.text}`);
    const score = [...wanted].filter((stem) => known.has(stem)).length;
    if (score > bestScore) [best, bestScore] = [line, score];
  }
  return best;
}

// Said to the agent, not about the business.
const INSTRUCTION =
  /^(?:ענ[הי]|דבר[יו]?|שאל[יו]?|השתמש|קרא[י]? ל|הקפד|היה|היי|את(?:ה)? |לברר|לשאול|לקחת|לענות|לדבר|לרשום|כש|שיחת טלפון)/;

// A label with a text on its line, or with the lines below it until the next label or an empty line.
function readSections(prompt: string): { label: string; text: string }[] {
  const sections: { label: string; text: string }[] = [];
  let open = false;
  for (const raw of prompt.split("\n")) {
    const bullet = /^\s*[-*•]\s/.test(raw);
    const line = raw
      .replace(/^[\s\-*•]+/, "")
      .replaceAll("**", "")
      .trim();
    const heading = /^#+\s*(.+)$/.exec(line)?.[1]?.replace(/:$/, "");
    const labelled = /^([א-תa-zA-Z][א-תa-zA-Z"׳״' ()/_-]{1,40}?)\s*:\s*(.*)$/.exec(line);
    const last = sections.at(-1);
    if (heading) sections.push({ label: heading, text: "" });
    else if (labelled && !(open && last && (bullet || isDay(labelled[1] ?? "")))) {
      sections.push({ label: (labelled[1] ?? "").trim(), text: (labelled[2] ?? "").trim() });
    } else if (open && last && line) {
      last.text += `${last.text ? "\n" : ""}${line}`;
      continue;
    } else if (line) sections.push({ label: "", text: line });
    // Only a label without a text of its own is followed by lines that belong to it.
    open = line !== "" && sections.at(-1)?.label !== "" && sections.at(-1)?.text === "";
  }
  return sections;
}

function speaksAs(prompt: string): Persona["speaksAs"] {
  if (/על עצמנו[^.\n]*(?:רבים|סתמית)/.test(prompt)) return "plural";
  const masculine = /לשון זכר|(?<![א-ת])אתה(?![א-ת])/.test(prompt) && !/לשון נקבה/.test(prompt);
  return masculine ? "masculine" : "feminine";
}

function openNow(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : /פתוח|כן/.test(text);
}

function isDay(label: string): boolean {
  return /^(?:יום|ימי|ימים|[אבגדהוש]['׳]|ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)/.test(label);
}

function nameOfAgent(prompt: string): string | undefined {
  return /(?<![א-ת])(?:שמך(?: הוא)?|קוראים לך)\s+([א-ת]+)|^\s*אתה?\s+([א-ת]+),/m.exec(prompt)?.slice(1).find(Boolean);
}

function nameInSentence(prompt: string): string | undefined {
  return /(?:נציג|נציגת|נציגה|מזכיר|מזכירה|מזכירת|עוזר|עוזרת|מוקדן|מוקדנית|סוכן|סוכנת)[א-ת ]{0,40}? של ["״]?([^".,\n(]+?)["״]?(?=[.,\n(]|$)/
    .exec(prompt)?.[1]
    ?.trim();
}

function dateIn(prompt: string): Date | undefined {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(prompt);
  if (iso) return new Date(Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]), 12));
  const local = /(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})/.exec(prompt);
  return local ? new Date(Date.UTC(Number(local[3]), Number(local[2]) - 1, Number(local[1]), 12)) : undefined;
}

const STOP =
  /^(?:איזה|איזו|באיזה|באיזו|שם|משלמים|אומר|אצלכם|של|את|על|עם|יש|אם|זה|לי|לנו|לכם|שלכם|האם|כמה|מה|איך|אני|אפשר|אתם|רוצה|לדעת|הוא|היא|כל|גם|לא|כן|או|אין|לכן|שלום|היי|אז|רק|עוד|איפה|מתי|בבקשה|שאלה)$/;

function stems(text: string): Set<string> {
  const words = text.replace(/[^א-תa-zA-Z0-9\s]/g, "").split(/\s+/);
  return new Set(
    words
      .filter((word) => word.length > 1 && !STOP.test(word))
      .map(stem)
      .filter((word) => word.length > 1),
  );
}

function stem(word: string): string {
  const bare = word.length > 3 ? word.replace(/^(?:[ובלמהש]|כש)(?=[א-ת]{3})/, "") : word;
  return bare.length > 4 ? bare.replace(/(?:ים|ות|ה|ת)$/, "") : bare;
}
