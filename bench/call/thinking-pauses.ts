/** Whether a caller who stops to think in the middle of a sentence is answered before it is over. */

import { loadPhrasebook } from "#simulators/phrasebook/index.ts";
import { eventsOf } from "../../scripts/call/line-events.ts";
import type { Bench } from "../group.ts";
import { conversation } from "./conversations.ts";
import type { Exchange, Observed, ObservedCall } from "./ringing.ts";
import { saysAll } from "./words.ts";

/** With pauses of 500 to 900 ms inside, most of 900 (from one word's end to the next one's beginning); nobody says them all. */
const PHRASES = [
  ["thinking_pause", "thinking_price", "thinking_balcony", "thinking_tuesday", "thinking_sea", "thinking_phone"],
  ["thinking_rooms", "thinking_name", "thinking_budget", "thinking_sold", "thinking_elevator"],
  ["thinking_parents", "thinking_contract", "thinking_near_train", "phone_with_pauses"],
];
/** Who says each of these lists. */
const CALLERS = 2;
/** The promise is about pauses of 0.9 s. */
const LONG_MS = 900;

interface Answered {
  phrase: string;
  early: boolean;
}

export async function measureThinkingPauses(bench: Bench, exchange: Exchange): Promise<Observed> {
  const scripts = PHRASES.flatMap((phrases) => Array.from({ length: CALLERS }, () => conversation(phrases)));
  bench.note(`${scripts.length} callers who stop to think`);
  const observed = await exchange.ring(scripts, scripts.length);
  const answered = observed.calls.flatMap(answeredTooEarly);
  bench.raw("thinking_pauses", answered);
  const { phrases } = loadPhrasebook();
  const isLong = ({ phrase }: Answered) => longestPauseMs(phrases.get(phrase)?.words ?? []) >= LONG_MS;
  tell(bench, "call.thinking_pause_not_answered_share", answered.filter(isLong), { atLeast: 0.9 });
  tell(
    bench,
    "call.shorter_pause_not_answered_share",
    answered.filter((one) => !isLong(one)),
  );
  return observed;
}

function tell(bench: Bench, name: string, answered: Answered[], target?: { atLeast: number }): void {
  const whole = answered.filter(({ early }) => !early).length;
  bench.figure({
    name,
    value: answered.length === 0 ? null : whole / answered.length,
    unit: "of 1",
    ...(target === undefined ? {} : { target }),
    note: `${answered.length} sentences`,
  });
}

function longestPauseMs(words: readonly { startMs: number; endMs: number }[]): number {
  return Math.max(0, ...words.slice(1).map(({ startMs }, index) => startMs - (words[index]?.endMs ?? startMs)));
}

function answeredTooEarly({ events, spoken, record }: ObservedCall): Answered[] {
  return spoken.map(({ phrase, text, startAt, endAt }) => {
    const sounded = eventsOf(events, "agent_audio").some(({ at }) => at > startAt && at < endAt);
    const whole = record?.turns.some((turn) => turn.speaker === "caller" && saysAll(turn.text, text)) ?? false;
    return { phrase, early: sounded || !whole };
  });
}
