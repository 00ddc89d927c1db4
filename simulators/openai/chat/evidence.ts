/** What single lines of a transcript say: for answers that have to name the line that they know something from. */
import { isUnclear, readFacts } from "./facts.ts";
import { type Evidence, type Knowledge, roomsText, shekels } from "./knowledge.ts";
import type { Turn } from "./turns.ts";

const KINDS: [RegExp, (known: Knowledge) => string | number | undefined][] = [
  [/^(?:area|city|location|אזור)$/i, ({ facts }) => facts.area],
  [/^(?:rooms|חדרים)$/i, ({ facts }) => (facts.rooms === undefined ? undefined : roomsText(facts.rooms))],
  [/^(?:budget|price|תקציב)$/i, ({ facts }) => (facts.budgetShekels ? shekels(facts.budgetShekels) : undefined)],
  [/^(?:when|date|מתי)$/i, ({ facts }) => facts.when],
  [/^(?:property|נכס)$/i, ({ facts }) => facts.property],
  [/^(?:product|item|מוצר)$/i, ({ conversation }) => orderedIn(conversation.turns)],
  [/^(?:name|שם)$/i, ({ facts }) => facts.name],
];

/** The details of these kinds that the callers told, each with the line in which it was first known. */
export function toldDetails(kinds: string[], known: Knowledge): Evidence[] {
  const { turns } = known.conversation;
  const upTo = turns.map((_, index) => ({
    ...known,
    conversation: { ...known.conversation, turns: turns.slice(0, index + 1) },
    facts: readFacts(turns.slice(0, index + 1), known.persona),
  }));
  return kinds.flatMap((kind) => {
    const read = KINDS.find(([pattern]) => pattern.test(kind))?.[1];
    const value = read?.(known);
    if (!read || value === undefined) return [];
    const first = upTo.findIndex((moment) => read(moment) === value);
    return [{ kind, value: String(value), number: turns[first]?.number ?? null }];
  });
}

const PROMISE = /(?<![א-ת])(?:נחזור|יחזרו|יחזור|תחזור|נבדוק|נשלח|ישלחו|יתקשרו|יתקשר|נתקשר)(?![א-ת])/;

/** What the agent said that somebody will do. */
export function promises({ conversation }: Knowledge): Evidence[] {
  return conversation.turns
    .filter(({ speaker, text }) => speaker === "agent" && PROMISE.test(text) && !text.includes("?"))
    .map(({ text, number = null }) => ({ kind: "promise", value: sentenceWith(PROMISE, text), number }));
}

/** Where the callers ask for something of this sort. */
export function askedFor(pattern: RegExp, { conversation }: Knowledge): Turn | undefined {
  return conversation.turns.find(({ speaker, text }) => speaker === "caller" && !isUnclear(text) && pattern.test(text));
}

function orderedIn(turns: Turn[]): string | undefined {
  const said = turns.flatMap(({ speaker, text }) => (speaker === "caller" ? [text] : [])).join(". ");
  return /להזמין ([א-ת]+(?: [א-ת]+){0,3})/.exec(said)?.[1];
}

function sentenceWith(pattern: RegExp, text: string): string {
  const sentence = text.split(/(?<=[.!?])\s+/).find((one) => pattern.test(one)) ?? text;
  return sentence.replace(/[.!?\s]+$/, "").slice(0, 150);
}
