import { type Facts, isCallback, isComplaint, isUnclear, localPhone, readFacts } from "./facts.ts";
import { type Persona, readPersona } from "./persona.ts";
import type { Conversation } from "./turns.ts";

/** Everything that an answer may be made of: the prompt, the conversation and what follows from them. */
export interface Knowledge {
  persona: Persona;
  facts: Facts;
  conversation: Conversation;
  /** What the agent is about to say together with a tool call, for tools that take it. */
  saying: string;
  /** What a record is about, when it is less than the whole conversation. */
  subject?: string;
  /** What a record in a list is made from: the thing that was said, and the number of the line that says it. */
  evidence?: Evidence;
}

export interface Evidence {
  kind: string;
  value: string;
  number: number | null;
}

/** Gathers what the request tells. */
export function gather(conversation: Conversation): Knowledge {
  const persona = readPersona(conversation.prompt);
  return { persona, facts: readFacts(conversation.turns, persona), conversation, saying: "" };
}

const DEALS = { rent: "שכירות", buy: "קנייה", sell: "מכירה", let: "השכרת נכס" } as const;

/** The wish in a few words: "דירה לשכירות ברמת גן, 3 חדרים, עד 7,000 שקלים". Empty when nothing is known. */
export function wish({ facts }: Knowledge): string {
  const { deal, property, area, rooms, budgetShekels, when } = facts;
  if ([deal, area, rooms, budgetShekels].every((value) => value === undefined)) return "";
  const owner = deal === "sell" || deal === "let";
  const parts = [
    [
      property ?? (deal ? "נכס" : ""),
      deal ? `ל${DEALS[deal]}`.replace("להשכרת נכס", "להשכרה") : "",
      area ? `ב${area}` : "",
    ]
      .filter(Boolean)
      .join(" "),
    rooms === undefined ? "" : roomsText(rooms),
    budgetShekels === undefined ? "" : `${owner ? "במחיר" : "עד"} ${shekels(budgetShekels)}`,
    when ?? "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** What the caller wanted, for a record that somebody else will read. */
export function summary(known: Knowledge): string {
  const { facts, persona } = known;
  const who = facts.name && facts.name !== persona.callerName ? facts.name : (facts.name ?? "הפונה");
  const visit = spoken(known).findLast(isBookingWish);
  // A transcript is summed up as a whole; in a talk that goes on, what is to be passed on is the matter at hand.
  const passedOn = known.conversation.isTranscript ? undefined : facts.message;
  const whole = [wish(known), visit, known.conversation.isTranscript ? facts.message : undefined];
  const wanted = passedOn ?? ([...new Set(whole.filter(Boolean))].join("; ") || facts.need);
  // Records are written in the language of those who read them.
  if (known.conversation.isTranscript && spoken(known).length > 0 && !/[א-ת]/.test(spoken(known).join(" ")))
    return `${who}. דיברו בשפה אחרת, לא בעברית.`;
  if (!wanted)
    return spoken(known).length > 0 ? `${who}: ${spoken(known).join(". ")}` : "השיחה הסתיימה בלי שנאמרו דברים ברורים.";
  const lead = facts.complaint
    ? "פנייה בתלונה: "
    : facts.message
      ? "ביקשו למסור: "
      : wish(known)
        ? "מתעניינים ב: "
        : "";
  const phone = callbackNumber(known);
  const back = phone ? ` טלפון לחזרה: ${phone}.` : "";
  return `${who}. ${lead}${wanted.replace(/[.?!\s]+$/, "")}.${back}`;
}

/** The number the caller gave, else the one the call came from. */
export function callbackNumber({ facts, persona }: Knowledge): string | undefined {
  return facts.phone ?? localPhone(persona.callerPhone);
}

/** Whether the caller wants to come and see, or to move or cancel such a visit. */
export function isBookingWish(text: string): boolean {
  return /לקבוע|לתאם|לבוא לראות|לראות את ה|לבטל את הפגישה|להזיז את הפגישה|פגישה/.test(text);
}

/** The index of the last turn that asked for something of its own: a visit, a call back, a complaint; -1 for none. */
export function lastRequestTurn({ conversation }: Knowledge): number {
  return conversation.turns.findLastIndex(
    (turn) =>
      turn.speaker === "caller" && (isBookingWish(turn.text) || isCallback(turn.text) || isComplaint(turn.text)),
  );
}

/** What the caller said, unclear turns left out. */
export function spoken({ conversation }: Knowledge): string[] {
  return conversation.turns
    .filter((turn) => turn.speaker === "caller" && !isUnclear(turn.text))
    .map((turn) => turn.text);
}

export function roomsText(rooms: number): string {
  if (rooms === 1) return "חדר אחד";
  return Number.isInteger(rooms) ? `${rooms} חדרים` : `${Math.floor(rooms)} וחצי חדרים`;
}

export function shekels(amount: number): string {
  return `${amount.toLocaleString("en-US")} שקלים`;
}
