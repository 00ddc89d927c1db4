import { voice } from "./answers.ts";
import { isBookingWish, type Knowledge, lastRequestTurn, wish } from "./knowledge.ts";
import { ASK_OWN_NUMBER, ASK_PRICE, ask, type Slot } from "./questions.ts";
import type { Reply } from "./reply.ts";
import { succeeded } from "./results.ts";
import type { ChatTool } from "./shape.ts";
import { argumentsFor, type Purpose, purposeOf, toolFor } from "./tools.ts";
import type { ToolOutcome } from "./turns.ts";

// Asked twice and still not answered is enough: a third time nobody bears.
const MAX_ASKED = 2;

/** Goes on with the conversation: the next missing thing is asked for, or what was gathered is put to use. */
export function nextStep(known: Knowledge, tools: ChatTool[], opening: string): Reply {
  const missing = plan(known).filter((slot) => isMissing(slot, known));
  const search = toolFor("search", tools);
  if (search && mayLookUp(known, missing, search)) {
    return {
      text: join(opening, `רגע, ${voice(known.persona, "אני בודקת", "אני בודק", "אנחנו בודקים")}.`),
      calls: [callOf(search, known)],
    };
  }
  const slot = missing[0];
  if (slot) return { text: join(opening, question(slot, known)), calls: [] };
  return finish(known, tools, opening);
}

/** The tool call that writes down what the caller left, unless nothing was left or it is written already. */
export function record(known: Knowledge, tools: ChatTool[]): { done: boolean; call?: Reply["calls"][number] } {
  const { facts, conversation } = known;
  const wanted: Purpose[] = wantsBooking(known)
    ? ["book", "task", "message"]
    : facts.wantsCallback
      ? ["message", "task", "lead"]
      : facts.complaint
        ? ["task", "message"]
        : ["lead", "message", "task"];
  // What was written down before the caller asked for something else does not cover that.
  const since = lastRequestTurn(known);
  const kept = conversation.outcomes.findLast(
    (outcome) => outcome.afterTurns > since && isRecording(purposeOf(outcome.name)) && succeeded(outcome),
  );
  const told = conversation.turns.some(
    (turn, index) => index > since && turn.speaker === "agent" && /הכול נרשם|ההודעה נרשמה|קבענו/.test(turn.text),
  );
  const correction = kept && newNumber(known, kept, tools);
  if (correction) return { done: false, call: correction };
  if (kept || told) return { done: true };
  const tool = wanted.map((purpose) => toolFor(purpose, tools)).find((found) => found !== undefined);
  const worthIt = facts.message !== undefined || facts.complaint || wish(known) !== "" || facts.need !== undefined;
  return tool && worthIt ? { done: false, call: callOf(tool, known) } : { done: false };
}

// A number that is told after the record was made belongs to it all the same.
function newNumber(known: Knowledge, kept: ToolOutcome, tools: ChatTool[]): Reply["calls"][number] | undefined {
  const { phone, phoneTurn = -1, name } = known.facts;
  const tool = toolFor("task", tools) ?? toolFor("message", tools);
  if (
    !tool ||
    phone === undefined ||
    phoneTurn < kept.afterTurns ||
    known.conversation.outcomes.some((one) => one.args.includes(phone))
  ) {
    return undefined;
  }
  return callOf(tool, { ...known, subject: `מספר לחזרה${name ? ` אל ${name}` : ""}: ${phone}` });
}

// Nobody bears being asked three times whether there is anything else.
export function anythingElse({ facts }: Knowledge): string {
  const times = facts.asked.get("anything") ?? 0;
  return times < 3 ? ask("anything", times) : "";
}

function question(slot: Slot, { facts, persona }: Knowledge): string {
  const times = facts.asked.get(slot) ?? 0;
  if (slot === "budget" && times === 0 && (facts.deal === "sell" || facts.deal === "let")) return ASK_PRICE;
  return slot === "phone" && times === 0 && persona.callerPhone ? ASK_OWN_NUMBER : ask(slot, times);
}

function finish(known: Knowledge, tools: ChatTool[], opening: string): Reply {
  const { facts, persona } = known;
  const { done, call } = record(known, tools);
  if (call && !failedJustNow(known, call.name)) return { text: opening, calls: [call] };
  if (done) return { text: join(opening, anythingElse(known)), calls: [] };
  if (wish(known) === "" && facts.need === undefined && facts.message === undefined) {
    return { text: join(opening, ask("need", facts.asked.get("need") ?? 0)), calls: [] };
  }
  const thanks = facts.name && facts.name !== persona.callerName ? `תודה, ${facts.name.split(" ")[0]}.` : "תודה.";
  const noted =
    facts.wantsCallback || facts.complaint || wish(known) === "" ? "הכול נרשם." : `הכול נרשם: ${wish(known)}.`;
  return { text: join(opening, `${thanks} ${noted} נחזור אליכם בהקדם. ${anythingElse(known)}`.trim()), calls: [] };
}

function plan(known: Knowledge): Slot[] {
  const { facts, persona } = known;
  if (facts.wantsCallback) return ["message", "name", "phone"];
  if (facts.complaint) return ["name", "phone"];
  if (wantsBooking(known)) return ["when", "name", "phone"];
  if (!persona.realEstate) return facts.need === undefined ? ["need"] : ["when", "name", "phone"];
  if (facts.need === undefined && wish(known) === "") return ["need"];
  if (wish(known) === "" && isOtherBusiness(facts.need ?? "")) return ["name", "phone"];
  const rooms: Slot[] = /משרד|חנות|מחסן|מגרש/.test(facts.property ?? "") ? [] : ["rooms"];
  const owner = facts.deal === "sell" || facts.deal === "let";
  return ["deal", "area", ...rooms, "budget", ...(owner ? [] : (["when"] as const)), "name", "phone"];
}

function isMissing(slot: Slot, known: Knowledge): boolean {
  const { facts, persona } = known;
  if (slot === "phone" && persona.callerPhone !== undefined && !persona.asksKnownNumber) return false;
  if (facts.skipped.has(slot) || (facts.asked.get(slot) ?? 0) >= MAX_ASKED) return false;
  const values: Record<Slot, unknown> = {
    deal: facts.deal,
    area: facts.area,
    rooms: facts.rooms,
    budget: facts.budgetShekels,
    // The day of moving in is not the day of a visit that was asked for later.
    when: wantsBooking(known) && (facts.whenTurn ?? -1) < lastRequestTurn(known) ? undefined : facts.when,
    name: facts.name,
    phone: facts.phone,
    need: facts.need,
    message: facts.message,
    anything: true,
  };
  return values[slot] === undefined;
}

// Papers, details, keys: nothing that an area or a budget would help with.
function isOtherBusiness(need: string): boolean {
  return /תשלח|לשלוח|עותק|חוזה|מסמך|קבלה|חשבונית|מפתח|הסכם|לבטל|לעדכן/.test(need);
}

// Looking up makes sense once it is known what for, and once only.
function mayLookUp(known: Knowledge, missing: Slot[], tool: ChatTool): boolean {
  if (known.conversation.outcomes.some((outcome) => outcome.name === tool.name)) return false;
  if (known.facts.wantsCallback || known.facts.complaint || known.facts.area === undefined) return false;
  return !missing.some((slot) => slot === "deal" || slot === "area" || slot === "rooms" || slot === "budget");
}

function wantsBooking({ conversation }: Knowledge): boolean {
  return conversation.turns.some((turn) => turn.speaker === "caller" && isBookingWish(turn.text));
}

function failedJustNow({ conversation }: Knowledge, name: string): boolean {
  const lastCaller = conversation.turns.findLastIndex((turn) => turn.speaker === "caller");
  return conversation.outcomes.some(
    (outcome) => outcome.name === name && outcome.afterTurns > lastCaller && !succeeded(outcome),
  );
}

function isRecording(purpose: Purpose | undefined): boolean {
  return purpose === "message" || purpose === "task" || purpose === "lead" || purpose === "book";
}

function callOf(tool: ChatTool, known: Knowledge): Reply["calls"][number] {
  return { name: tool.name, arguments: argumentsFor(tool, known) };
}

function join(...parts: string[]): string {
  return parts.filter(Boolean).join(" ");
}
