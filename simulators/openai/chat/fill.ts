import { askedFor, promises, toldDetails } from "./evidence.ts";
import { isUnclear, localPhone } from "./facts.ts";
import { intentOf } from "./intents.ts";
import {
  callbackNumber,
  type Evidence,
  isBookingWish,
  type Knowledge,
  lastRequestTurn,
  spoken,
  summary,
  wish,
} from "./knowledge.ts";
import { phoneIn } from "./numbers.ts";
import { reasons, score, sentiment } from "./rating.ts";
import type { JsonSchema } from "./shape.ts";
import { lastExchange } from "./turns.ts";
import { dateTimeOf } from "./when.ts";

type Options = {
  /** Whether properties that are not required are given a value even when nothing is known. */
  optional: boolean;
};

/** A value that fits the schema, filled by the properties' names, descriptions and enums from what is known. */
export function fillSchema(schema: JsonSchema, known: Knowledge, options: Options = { optional: true }): unknown {
  return fill(schema, "", known, { root: schema, ...options });
}

type Context = Options & { root: JsonSchema };

function fill(given: JsonSchema, name: string, known: Knowledge, context: Context): unknown {
  const schema = resolve(given, context.root);
  if ("const" in schema) return schema.const;
  const options = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(options)) return fillUnion(options.filter(isSchema), name, known, context);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  const nullable = types.includes("null") || (Array.isArray(schema.enum) && schema.enum.includes(null));
  const hint = `${name} ${typeof schema.description === "string" ? schema.description : ""}`;
  if (Array.isArray(schema.enum)) return fillEnum(schema.enum, hint, known, nullable);
  const type = types.find((one) => one !== "null") ?? (isSchema(schema.properties) ? "object" : "string");
  switch (type) {
    case "object":
      return nullable && !relevant(name, schema, known, context) ? null : fillObject(schema, known, context);
    case "array":
      return fillArray(schema, hint, known, context);
    case "boolean":
      return truth(hint, known);
    case "integer":
    case "number":
      return fillNumber(schema, hint, known, nullable, type === "integer");
    default:
      return fillString(schema, name, hint, known, nullable);
  }
}

function fillObject(schema: JsonSchema, known: Knowledge, context: Context): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  for (const [key, property] of Object.entries(isSchema(schema.properties) ? schema.properties : {})) {
    if (!isSchema(property)) continue;
    const value = fill(property, key, known, context);
    const needless = value === null || value === "" || value === UNTOLD || (Array.isArray(value) && value.length === 0);
    if (required.includes(key) || context.optional || !needless) out[key] = value;
  }
  return out;
}

function fillUnion(options: JsonSchema[], name: string, known: Knowledge, context: Context): unknown {
  const isNull = (option: JsonSchema): boolean => resolve(option, context.root).type === "null";
  const nullable = options.some(isNull);
  const value = options.find((option) => !isNull(option));
  if (!value) return null;
  const target = resolve(value, context.root);
  if (nullable && target.type === "object" && !relevant(name, target, known, context)) return null;
  const described = nullable && !Array.isArray(target.enum) && typeof target.type === "string";
  return fill(described ? { ...target, type: [target.type, "null"] } : target, name, known, context);
}

// Hebrew and English words by which a value of an enum can be recognised in what the caller wants.
const MEANINGS: [RegExp, (known: Knowledge) => boolean][] = [
  [/^(?:rent|rental|שכירות|להשכרה)$/i, ({ facts }) => facts.deal === "rent"],
  [/^(?:buy|purchase|sale|קנייה|למכירה)$/i, ({ facts }) => facts.deal === "buy"],
  [/^(?:sell|seller|מכירה)$/i, ({ facts }) => facts.deal === "sell"],
  [/^(?:let|landlord|lease_out|rent_out|let_out)$/i, ({ facts }) => facts.deal === "let"],
  [/complain|problem|תלונה|תקלה/i, ({ facts }) => facts.complaint],
  [/^order$/i, (known) => askedFor(/להזמין|הזמנה/, known) !== undefined],
  [/^appointment$/i, (known) => askedFor(/לקבוע|לתאם|פגישה|לבוא לראות/, known) !== undefined],
  [/^question$/i, (known) => askedFor(/\?|(?<![א-ת])(?:מתי|איפה|כמה|האם|יש לכם)(?![א-ת])/, known) !== undefined],
  [/callback|call_back|message|חזרה|הודעה/i, ({ facts }) => facts.wantsCallback],
  [
    /^(?:high|urgent|דחוף|דחופה|גבוהה?)$/i,
    (known) => known.facts.complaint || spoken(known).some((text) => /דחוף|מיידי/.test(text)),
  ],
  [/^(?:asked|requested)$/i, asksForPerson],
  [/negative|angry|שלילי/i, (known) => sentiment(known) < 0],
  [/positive|happy|חיובי/i, (known) => sentiment(known) > 0],
  [/^hot$|^חם$/i, (known) => score(known) >= 70],
  [/^warm$|^פושר$/i, (known) => score(known) >= 40 && score(known) < 70],
  [/^cold$|^קר$/i, (known) => score(known) < 40],
];
function asksForPerson({ conversation }: Knowledge): boolean {
  return intentOf(lastExchange(conversation.turns).caller, "") === "human";
}

const NEUTRAL =
  /^(?:neutral|normal|medium|regular|other|unknown|general|none|נייטרלי|ניטרלי|רגילה?|בינונית?|אחר|לא ידוע|כללי)$/i;

function fillEnum(values: unknown[], hint: string, known: Knowledge, nullable: boolean): unknown {
  if (known.evidence && values.includes(known.evidence.kind)) return known.evidence.kind;
  const meant = values.find((value) => MEANINGS.some(([word, holds]) => word.test(String(value)) && holds(known)));
  if (meant !== undefined) return meant;
  const { property } = known.facts;
  const named = values.find(
    (value) =>
      typeof value === "string" &&
      value !== "" &&
      (value === property || spoken(known).some((text) => text.includes(value))),
  );
  if (named !== undefined) return named;
  if (nullable && !/priority|דחיפות|sentiment/i.test(hint)) return null;
  return values.find((value) => NEUTRAL.test(String(value))) ?? values.find((value) => value !== null) ?? null;
}

function fillArray(schema: JsonSchema, hint: string, known: Knowledge, context: Context): unknown[] {
  const min = typeof schema.minItems === "number" ? schema.minItems : 0;
  const items = isSchema(schema.items) ? resolve(schema.items, context.root) : {};
  const { facts } = known;
  let values: unknown[] = [];
  if (items.type === "object") {
    const from = evidenceFor(items, hint, known);
    const most = typeof schema.maxItems === "number" ? schema.maxItems : 8;
    values = from.slice(0, most).map((evidence) => fill(items, "", { ...known, evidence }, context));
  } else if (items.type === "string" && !items.enum) {
    const topics = [
      facts.property,
      facts.area,
      facts.deal && wish(known).split(",")[0],
      facts.complaint ? "תלונה" : undefined,
    ];
    if (/reason|נימוק|סיבה/i.test(hint)) values = reasons(known);
    else
      values = /tag|topic|keyword|נושא|תגית/i.test(hint)
        ? [...new Set(topics.filter((topic) => topic !== undefined))]
        : /action|next|follow|task|משימ|המשך/i.test(hint) && facts.phone
          ? [`לחזור ל${facts.name ?? "פונה"} בטלפון ${facts.phone}`]
          : [];
  }
  while (values.length < min) values.push(fill(items, "", known, context));
  return values;
}

// A list of records is about what the callers told, by the kinds that the records may have, or what was promised them.
function evidenceFor(items: JsonSchema, hint: string, known: Knowledge): Evidence[] {
  if (/follow|promise|task|action|משימ|הבטח/i.test(hint)) return promises(known);
  const properties = isSchema(items.properties) ? Object.values(items.properties).filter(isSchema) : [];
  const kinds = properties.flatMap((one) => (Array.isArray(one.enum) ? one.enum : []));
  return toldDetails(
    kinds.filter((kind) => typeof kind === "string"),
    known,
  );
}

function truth(hint: string, { facts }: Knowledge): boolean {
  if (/callback|call_back|follow|לחזור|חזרה|המשך/i.test(hint)) return facts.wantsCallback || facts.phone !== undefined;
  if (/complain|תלונה/i.test(hint)) return facts.complaint;
  if (/urgent|דחו/i.test(hint)) return facts.complaint;
  if (/appointment|meeting|פגישה|ביקור/i.test(hint))
    return facts.when !== undefined && /לקבוע|לתאם|פגישה/.test(facts.need ?? "");
  if (/lead|interest|מתעניי|ליד/i.test(hint)) return facts.deal !== undefined || facts.area !== undefined;
  return false;
}

function fillNumber(
  schema: JsonSchema,
  hint: string,
  known: Knowledge,
  nullable: boolean,
  whole: boolean,
): number | null {
  const { facts } = known;
  const min = typeof schema.minimum === "number" ? schema.minimum : undefined;
  const max = typeof schema.maximum === "number" ? schema.maximum : undefined;
  let value: number | undefined;
  if (/^(?:turn|line)(?:_?(?:index|number))?(?![a-z])/i.test(hint)) value = lineOf(known);
  else if (/room|חדרים/i.test(hint)) value = facts.rooms;
  else if (/budget|price|amount|תקציב|מחיר|סכום/i.test(hint)) {
    value =
      facts.budgetShekels !== undefined && /agorot|אגורות/i.test(hint)
        ? facts.budgetShekels * 100
        : facts.budgetShekels;
  } else if (/sentiment|רגש|שביעות/i.test(hint)) {
    const [low, high] = [min ?? -1, max ?? 1];
    value = low + ((sentiment(known) + 1) / 2) * (high - low);
  } else if (/score|rating|ציון|חום|איכות/i.test(hint)) value = (score(known) / 100) * (max ?? 100);
  else if (/confidence|probability|ביטחון/i.test(hint)) value = Math.min(max ?? 1, 0.4 + score(known) / 200);
  if (value === undefined) return nullable ? null : (min ?? 0);
  const bounded = Math.min(Math.max(value, min ?? value), max ?? value);
  return whole ? Math.round(bounded) : bounded;
}

// The line that a record is known from; one that is in no list is about the visit that the callers asked for.
function lineOf(known: Knowledge): number | undefined {
  const { evidence, conversation, facts } = known;
  if (evidence) return evidence.number ?? undefined;
  return facts.whenTurn === undefined ? undefined : conversation.turns[facts.whenTurn]?.number;
}

/** What stands in a required text that nobody told. */
const UNTOLD = "לא נמסר";

function fillString(
  schema: JsonSchema,
  name: string,
  hint: string,
  known: Knowledge,
  nullable: boolean,
): string | null {
  const value = stringFor(name, hint, schema, known);
  if (value !== undefined && value !== "")
    return typeof schema.maxLength === "number" ? value.slice(0, schema.maxLength) : value;
  if (nullable) return null;
  return placeholder(String(schema.format ?? ""), known.persona.today);
}

// A text that the schema demands in a format of its own, though nobody told it.
function placeholder(format: string, today = new Date(0)): string {
  const [date = "", time = ""] = today.toISOString().split(/[TZ.]/);
  const texts: Record<string, string> = {
    "date-time": `${date}T${time}Z`,
    date,
    time,
    email: "unknown@example.com",
    uuid: "00000000-0000-4000-8000-000000000000",
  };
  return texts[format] ?? UNTOLD;
}

function stringFor(name: string, hint: string, schema: JsonSchema, known: Knowledge): string | undefined {
  const { facts, persona } = known;
  if (known.evidence && /^(?:value|text|title|quote|ערך|תוכן|כותרת)$/i.test(name)) return known.evidence.value;
  if (/^(?:when|מתי)$/i.test(name)) return facts.when;
  if (/^(?:what|מה)$/i.test(name)) return title(known);
  const timed = /date|time|starts?_?at|due|תאריך|מועד|שעה/i.test(hint) || /date|time/.test(String(schema.format ?? ""));
  if (timed) return dateTimeOf(facts.when, persona.today, hint, String(schema.format ?? ""));
  if (/business|עסק/i.test(name)) return persona.businessName;
  if (/phone|טלפון|mobile/i.test(hint) && /אם אינו|if different/i.test(hint)) return otherNumber(known, hint);
  if (/phone|טלפון|mobile/i.test(hint)) return e164IfAsked(callbackNumber(known), hint);
  if (/e-?mail|דוא/i.test(hint)) return facts.email;
  if (/farewell|goodbye|say|spoken|closing|פרידה|להגיד|לומר/i.test(hint)) return known.saying;
  if (/title|subject|כותרת|נושא/i.test(hint)) return title(known);
  if (/summary|message|content|body|note|text|description|details|question|תקציר|סיכום|הודעה|פירוט|תוכן/i.test(name)) {
    return /message|הודעה/i.test(name) ? messageText(known) : summary(known);
  }
  if (/name|שם/i.test(hint)) return facts.name;
  if (/area|city|location|neighbo|אזור|עיר|שכונה/i.test(hint)) return facts.area;
  if (/reason|סיבה|intent|כוונה|purpose|why/i.test(hint)) return title(known);
  if (/kind|type|property|סוג/i.test(hint)) return facts.property;
  if (/when|מתי/i.test(hint)) return facts.when;
  if (/address|כתובת/i.test(hint)) return facts.area;
  if (/query|חיפוש|search/i.test(hint)) return wish(known) || facts.need;
  if (/summary|message|text|תקציר|סיכום|הודעה|פירוט/i.test(hint)) return summary(known);
  if (/next|action|follow|המשך/i.test(hint))
    return facts.phone ? `לחזור ל${facts.name ?? "פונה"} בטלפון ${facts.phone}` : undefined;
  return undefined;
}

// Only a number that is not the one the call came from.
function otherNumber({ facts, persona }: Knowledge, hint: string): string | undefined {
  return facts.phone === localPhone(persona.callerPhone) ? undefined : e164IfAsked(facts.phone, hint);
}

function messageText(known: Knowledge): string | undefined {
  if (known.subject !== undefined) return known.subject;
  const { facts } = known;
  const parts = [wish(known), spoken(known).findLast(isBookingWish), facts.message].filter(Boolean);
  return parts.length > 0 ? [...new Set(parts)].join(". ") : facts.need;
}

function title(known: Knowledge): string {
  const { facts } = known;
  if (known.subject !== undefined) return known.subject;
  const who = facts.name ? `: ${facts.name}` : "";
  if (facts.complaint) return `תלונה${who}`;
  if (facts.wantsCallback) return `לחזור לפונה${who}`;
  if (spoken(known).some(isBookingWish)) return `${bookingAct(known)}${who}${visitTime(known)}`;
  const wanted = wish(known).split(",")[0];
  if (wanted) return `${wanted}${who}`;
  const words = facts.need
    ?.split(/\s+/)
    .slice(0, 8)
    .join(" ")
    .replace(/[.,!?]+$/, "");
  return words ? `${words}${who}` : `פנייה${who}`;
}

function bookingAct(known: Knowledge): string {
  const said = spoken(known).findLast(isBookingWish) ?? "";
  if (/לבטל/.test(said)) return "לבטל פגישה";
  return /להזיז|לשנות|לדחות/.test(said) ? "להזיז פגישה" : "לתאם ביקור";
}

function visitTime({ facts, ...known }: Knowledge): string {
  return facts.when !== undefined && (facts.whenTurn ?? -1) >= lastRequestTurn({ facts, ...known })
    ? `, ${facts.when}`
    : "";
}

function e164IfAsked(phone: string | undefined, hint: string): string | undefined {
  const local = phone === undefined ? undefined : (phoneIn(phone) ?? phone);
  return local && /e\.?164|\+972/i.test(hint) ? local.replace(/^0/, "+972") : local;
}

// A nullable object (an appointment, say) is filled only when the conversation was about it.
function relevant(name: string, { properties }: JsonSchema, known: Knowledge, { root }: Context): boolean {
  const said = spoken(known).join(" ");
  if (/appointment|meeting|viewing|פגישה|ביקור/i.test(name))
    return (
      /לקבוע|לתאם|פגישה|ביקור|לבוא לראות/.test(said) &&
      (known.facts.when !== undefined || mayBeUntimed(properties, root))
    );
  if (/order|cart|הזמנה/i.test(name)) return /להזמין|הזמנה/.test(said);
  return said !== "" && !isUnclear(said);
}

function mayBeUntimed(properties: unknown, root: JsonSchema): boolean {
  const when = isSchema(properties) && isSchema(properties.when) ? properties.when.anyOf : undefined;
  return Array.isArray(when) && when.some((option) => resolve(option, root).type === "null");
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (typeof schema.$ref !== "string") return schema;
  let node: unknown = root;
  for (const part of schema.$ref.replace(/^#\/?/, "").split("/").filter(Boolean))
    node = isSchema(node) ? node[part] : undefined;
  return isSchema(node) ? node : {};
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
