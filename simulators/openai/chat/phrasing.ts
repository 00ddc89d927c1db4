import { readFacts } from "./facts.ts";
import type { Knowledge } from "./knowledge.ts";

const OPENERS = {
  warm: ["בשמחה.", "מעולה.", "ברור.", "יופי.", "מצוין."],
  formal: ["בוודאי.", "תודה.", "ברור.", "בסדר גמור.", "מצוין."],
} as const;

/** A short clause that shows that the last words were understood; it is spoken while the rest is still being made. */
export function acknowledge({ conversation, facts, persona }: Knowledge): string {
  const before = readFacts(conversation.turns.slice(0, -1), persona);
  if (facts.phone !== undefined && facts.phone !== before.phone) return `נרשם, ${grouped(facts.phone)}.`;
  if (facts.name !== undefined && facts.name !== before.name) return `נעים מאוד, ${facts.name.split(" ")[0]}.`;
  const callers = conversation.turns.filter((turn) => turn.speaker === "caller").length;
  const openers = OPENERS[persona.tone];
  return openers[(callers - 1) % openers.length] ?? openers[0];
}

/** A phone number in the groups in which it is read out: 052-123-4567. */
export function grouped(phone: string): string {
  return phone.replace(/^(0\d{2})(\d{3})(\d{4})$/, "$1-$2-$3").replace(/^(0\d)(\d{3})(\d{4})$/, "$1-$2-$3");
}
