import { voice } from "./answers.ts";
import { roomsText, shekels } from "./knowledge.ts";
import type { Persona } from "./persona.ts";
import { purposeOf } from "./tools.ts";
import type { ToolOutcome } from "./turns.ts";

export interface Told {
  ok: boolean;
  /** What the result says, as a spoken sentence; empty when there is nothing to add. */
  text: string;
  /** What the tool says has to be asked for before it can work. */
  missing?: "phone" | "name" | undefined;
}

type Fields = Record<string, unknown>;

/** Puts a tool's answer into words: what it says, and nothing that it does not say. */
export function tell(outcome: ToolOutcome, persona: Persona): Told {
  const result = parse(outcome.result);
  if (typeof result === "string") return { ok: !/^error|שגיאה|נכשל/i.test(result), text: sentence(result) };
  const sorry = voice(persona, "מצטערת", "מצטער", "מצטערים");
  if (hasFailed(result)) {
    const reason = reasonOf(result);
    if (reason && DEMAND.test(reason)) return { ok: false, ...demand(reason) };
    return { ok: false, text: reason ? `${sorry}, ${reason.replace(/[.\s]+$/, "")}.` : `${sorry}, זה לא הצליח כרגע.` };
  }
  const list = listIn(result);
  if (list) return { ok: true, text: tellList(list, persona) };
  const words = hebrewField(result, ["say", "message", "text", "note", "summary", "answer"]);
  return { ok: true, text: words ? sentence(words) : done(outcome, result, persona) };
}

/** Whether the tool did what it was asked for. */
export function succeeded(outcome: ToolOutcome): boolean {
  const result = parse(outcome.result);
  return typeof result === "string" ? !/^error|שגיאה|נכשל/i.test(result) : !hasFailed(result);
}

// "המספר חסוי. צריך לבקש מספר לחזרה": the second half is said to the agent, not to the caller.
const DEMAND = /(?:^|[.;,]\s*)(?:צריך|יש|נא|כדאי) לבקש[^.]*/;

function demand(reason: string): { text: string; missing: "phone" | "name" | undefined } {
  const demanded = DEMAND.exec(reason)?.[0] ?? "";
  const missing = /מספר|טלפון|אותו/.test(demanded) ? "phone" : /שם/.test(demanded) ? "name" : undefined;
  return { text: sentence(reason.replace(DEMAND, "")), missing };
}

function parse(text: string): Fields | string {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return { items: value };
    return isFields(value) ? value : String(value ?? "");
  } catch {
    return text; // tools may answer in plain words
  }
}

function hasFailed(result: Fields): boolean {
  return (
    result.ok === false ||
    result.success === false ||
    result.status === "error" ||
    result.status === "failed" ||
    Boolean(result.error)
  );
}

// Codes that a tool may give instead of words.
const CODES: [RegExp, string][] = [
  [/no[_ -]?answer|unanswered/i, "אין מענה כרגע"],
  [/busy/i, "הקו תפוס כרגע"],
  [/closed|outside|hours/i, "המשרד סגור כרגע"],
  [/taken|conflict|unavailable|not[_ -]?available/i, "המועד הזה תפוס"],
  [/not[_ -]?found|no[_ -]?results/i, "זה לא נמצא"],
];

function reasonOf(result: Fields): string | undefined {
  const { error } = result;
  const said = isFields(error) ? hebrewField(error, ["message", "reason"]) : undefined;
  const words = said ?? hebrewField(result, ["reason", "message", "error", "text", "say"]);
  if (words) return words;
  const code = JSON.stringify([result.reason, result.error, result.code, result.message]);
  return CODES.find(([pattern]) => pattern.test(code))?.[1];
}

function hebrewField(fields: Fields, names: string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === "string" && /[א-ת]/.test(value)) return value;
  }
  return undefined;
}

function listIn(result: Fields): Fields[] | undefined {
  const found = Object.values(result).find((value) => Array.isArray(value));
  return Array.isArray(found) ? found.map((item) => (isFields(item) ? item : { title: String(item) })) : undefined;
}

function tellList(items: Fields[], persona: Persona): string {
  if (items.length === 0) return `${voice(persona, "מצטערת", "מצטער", "מצטערים")}, לא נמצא משהו מתאים כרגע.`;
  const told = items.slice(0, 2).map(tellItem).filter(Boolean);
  const count = items.length === 1 ? "יש אפשרות אחת" : `יש ${items.length} אפשרויות`;
  return `${count}: ${told.join(". ועוד: ")}.`;
}

function tellItem(item: Fields): string {
  const title =
    hebrewField(item, ["title", "name", "label", "description", "time"]) ??
    (typeof item.title === "string" ? item.title : "");
  const address = hebrewField(item, ["address", "street", "area", "neighborhood", "city"]);
  const rooms = typeof item.rooms === "number" && !/חדר/.test(title) ? roomsText(item.rooms) : "";
  const amount = typeof item.price === "number" ? item.price : Number(item.price ?? Number.NaN);
  const price = Number.isFinite(amount) ? shekels(amount) : "";
  return [title, address && !title.includes(address) ? `ב${address}` : "", rooms, price].filter(Boolean).join(", ");
}

function done(outcome: ToolOutcome, result: Fields, persona: Persona): string {
  const purpose = purposeOf(outcome.name);
  switch (purpose) {
    case "message":
      return "ההודעה נרשמה, ונחזור אליכם בהקדם.";
    case "task":
    case "lead":
      return "הכול נרשם, ונחזור אליכם בהקדם.";
    case "book": {
      const when = hebrewField(result, ["when", "starts_at", "time", "date"]);
      return when ? `קבענו, ${when}.` : "קבענו.";
    }
    case "transfer":
      return `${voice(persona, "מעבירה", "מעביר", "מעבירים")} אתכם עכשיו.`;
    case "end":
    case "order":
    case "unsure":
      return "";
    case "search":
      return tellItem(result) ? `${tellItem(result)}.` : "לא נמצא משהו מתאים כרגע.";
    case undefined: {
      const words = Object.values(result).filter((value) => typeof value === "string" && /[א-ת]/.test(value));
      return words.length > 0 ? sentence(words.join(", ")) : "זה בוצע.";
    }
    default:
      return purpose satisfies never;
  }
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) || trimmed === "" ? trimmed : `${trimmed}.`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
