/** What the model is asked after a call. */
import type { ChatMessage } from "#lib/providers/llm/types.ts";
import { dateInWords } from "../../hebrew/dates.ts";
import { rulesFor } from "./rules.ts";
import { handedOver, type ToldCall, type ToldTurn } from "./told-call.ts";

/** Longer calls are read without their middle: what they wanted is said early, what was agreed late. */
const MAX_TURNS = 200;

/** The question: who the business is, how to fill the form in, and the call, each turn with its number. */
export function insightMessages(told: ToldCall): ChatMessage[] {
  return [
    { role: "system", text: instructions(told) },
    { role: "user", text: transcript(told.turns) },
  ];
}

function instructions(told: ToldCall): string {
  const opened = handedOver(told).map(({ title }) => title);
  return [
    "שיחת טלפון של העסק הסתיימה. ממלאים טופס JSON שאומר לצוות מה עלה בה.",
    "",
    `שם העסק: ${told.business.name}`,
    `תחום: ${told.business.field}`,
    `היום: ${dateInWords(told.startedAt)}`,
    `שם המתקשר: ${told.callerName ?? "לא ידוע"}`,
    `משימות שכבר נפתחו: ${opened.length > 0 ? opened.join("; ") : "אין"}`,
    "",
    rulesFor(told.business.field),
  ].join("\n");
}

function transcript(turns: ToldTurn[]): string {
  const read = turns.length <= MAX_TURNS ? turns : [...turns.slice(0, MAX_TURNS / 2), ...turns.slice(-(MAX_TURNS / 2))];
  return read.map(line).join("\n");
}

function line({ index, speaker, text, recorded }: ToldTurn): string {
  const who = speaker === "caller" ? "מתקשר" : "נציג";
  const words = text.replace(/\s+/g, " ").trim() || "(לא ברור)";
  return `[${index}] ${who}${recorded ? " (הודעה מוקלטת)" : ""}: ${words}`;
}
