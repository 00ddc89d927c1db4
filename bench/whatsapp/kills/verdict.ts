/**
 * What became of the messages.
 *
 * Acknowledged is what a webhook was answered 200 for; it must be stored, once. A burst is answered once when its person got
 * one answer; one whose lines were kept further apart than an answer waits for more (they came again after a kill) is torn,
 * and each part may have an answer of its own. Sent is what the network took: every answer that was kept, and nothing else.
 */
import type { Received } from "../people.ts";
import type { WrittenMessage } from "../writers.ts";

/** A conversation as the product has it. */
export interface KeptConversation {
  person: string;
  /** How long an answer waits for more. */
  delayMs: number;
  inSids: string[];
  /** When each of them was kept, epoch milliseconds. */
  inAt: number[];
  /** The network's names for what was sent; null for what was not. */
  outSids: (string | null)[];
  /** The messages up to which an answer was given, each once. */
  answersTo: string[];
  unanswered: boolean;
}

export interface Verdict {
  acknowledged: number;
  stored: number;
  lost: string[];
  storedTwice: string[];
  bursts: number;
  notAnswered: string[];
  answeredTwice: string[];
  torn: number;
  sent: number;
  sentTwice: string[];
  notSent: string[];
}

export function judge(
  written: readonly WrittenMessage[],
  kept: readonly KeptConversation[],
  received: ReadonlyMap<string, readonly Received[]>,
): Verdict {
  const acknowledged = written.filter(({ status }) => status === 200).map(({ sid }) => sid);
  const stored = kept.flatMap(({ inSids }) => inSids);
  const storedOnce = new Set(stored);
  // Nobody promised anything to who got no line through.
  const people = new Set(written.filter(({ status }) => status === 200).map(({ from }) => from));
  const bursts = kept.filter(({ person }) => people.has(person));
  const sentOf = ({ person }: KeptConversation) => received.get(person) ?? [];
  return {
    acknowledged: acknowledged.length,
    stored: stored.length,
    lost: acknowledged.filter((sid) => !storedOnce.has(sid)),
    storedTwice: repeated(stored),
    bursts: people.size,
    notAnswered: [
      ...[...people].filter((person) => !bursts.some((one) => one.person === person)),
      ...bursts.filter((one) => one.unanswered || one.answersTo.length === 0).map(({ person }) => person),
    ],
    answeredTwice: bursts.filter((one) => one.answersTo.length > partsOf(one)).map(({ person }) => person),
    torn: bursts.filter((one) => partsOf(one) > 1).length,
    sent: bursts.reduce((sum, one) => sum + sentOf(one).length, 0),
    sentTwice: bursts.flatMap((one) => surplus(one, sentOf(one))),
    notSent: bursts.flatMap((one) => missing(one, sentOf(one))),
  };
}

function repeated(sids: readonly string[]): string[] {
  const seen = new Set<string>();
  return sids.filter((sid) => seen.size === seen.add(sid).size);
}

/** A burst in as many parts as there were pauses longer than an answer waits. */
function partsOf({ inAt, delayMs }: KeptConversation): number {
  return 1 + inAt.filter((at, index) => index > 0 && at - (inAt[index - 1] ?? at) > delayMs).length;
}

/** What the network took of us and we do not know as ours. */
function surplus({ person, outSids }: KeptConversation, sent: readonly Received[]): string[] {
  return sent.filter(({ sid }) => !outSids.includes(sid)).map(({ sid }) => `${person} ${sid}`);
}

function missing({ person, outSids }: KeptConversation, sent: readonly Received[]): string[] {
  return outSids
    .filter((sid) => sid === null || !sent.some((one) => one.sid === sid))
    .map((sid) => `${person} ${sid ?? "has no name"}`);
}
