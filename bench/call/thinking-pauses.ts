/** Whether a caller who stops to think in the middle of a sentence is answered before it is over. */
import type { Bench } from "../group.ts";
import { conversation } from "./conversations.ts";
import { eventsOf } from "./line-events.ts";
import type { Exchange, Observed, ObservedCall } from "./ringing.ts";
import { saysAll } from "./words.ts";

/** With pauses of 500 to 900 ms inside. */
const PHRASES = ["thinking_pause", "thinking_budget", "thinking_near_train", "phone_with_pauses"];
const CALLS = 4;

export async function measureThinkingPauses(bench: Bench, exchange: Exchange): Promise<Observed> {
  bench.note(`${CALLS} callers who stop to think`);
  const scripts = Array.from({ length: CALLS }, () => conversation(PHRASES));
  const observed = await exchange.ring(scripts, CALLS);
  const answered = observed.calls.flatMap(answeredTooEarly);
  bench.raw("thinking_pauses", answered);
  bench.figure({
    name: "call.thinking_pause_not_answered_share",
    value: answered.length === 0 ? null : answered.filter(({ early }) => !early).length / answered.length,
    unit: "of 1",
    target: { atLeast: 0.9 },
    note: `${answered.length} sentences`,
  });
  return observed;
}

function answeredTooEarly({ events, spoken, record }: ObservedCall): { phrase: string; early: boolean }[] {
  return spoken.map(({ phrase, text, startAt, endAt }) => {
    const sounded = eventsOf(events, "agent_audio").some(({ at }) => at > startAt && at < endAt);
    const whole = record?.turns.some((turn) => turn.speaker === "caller" && saysAll(turn.text, text)) ?? false;
    return { phrase, early: sounded || !whole };
  });
}
