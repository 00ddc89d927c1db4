/** What is no interruption: a cough, after which the agent goes on, and a listener's "כן", which does not stop it. */
import type { StepInput } from "#simulators/phone/script.ts";
import { isSpoilt, type LineEvent } from "../../scripts/call/line-events.ts";
import { pausesAtSounds } from "../../scripts/call/pauses.ts";
import { cough } from "../../scripts/call/scenarios/steps.ts";
import type { Bench } from "../group.ts";
import { percentile } from "../statistics.ts";
import type { Exchange, Observed, ObservedCall } from "./ringing.ts";

/** How long the agent has been speaking when there is a sound: never at its end, where "כן" would be an answer. */
const MOMENTS_MS = [300, 600, 900, 450];
const QUESTIONS = ["hours_when_open", "services", "address_where", "valuation"];
const BACKCHANNELS = ["yes", "uh_huh", "all_right", "okay", "understood", "well", "yes", "uh_huh"];
/** So many callers each. */
const CALLS = 5;
/** Longer than the agent is paused while it waits for a word's transcript: else the next question would be an interruption. */
const QUIET_MS = 1500;

export async function measureFalseAlarms(bench: Bench, exchange: Exchange): Promise<Observed> {
  bench.note(`${2 * CALLS} callers who cough, or agree`);
  const coughs = Array.from({ length: CALLS }, () => soundsOver(MOMENTS_MS.map(() => cough())));
  const agreeing = Array.from({ length: CALLS }, (_, call) =>
    soundsOver(
      MOMENTS_MS.map((_, at) => ({ do: "say", phrase: BACKCHANNELS[(call + at) % BACKCHANNELS.length] ?? "" })),
    ),
  );
  const observed = await exchange.ring([...coughs, ...agreeing], CALLS);
  const alarms = observed.calls.flatMap(({ events }) => falseAlarmsOf(events));
  bench.raw("false_alarms", alarms);
  const paused = alarms.filter((alarm) => alarm !== null);
  bench.figure({
    name: "call.false_alarm_p95",
    value: percentile(paused, 95),
    unit: "ms",
    target: { atMost: 500 },
    note: `${paused.length} coughs that paused the agent, of ${alarms.length}`,
  });
  const stopped = observed.calls.map(stoppedIn);
  bench.raw("stopped", stopped);
  bench.figure({
    name: "call.backchannels_that_stopped",
    value: stopped.flat().length,
    unit: "times",
    target: { atMost: 0 },
    note: `${CALLS * MOMENTS_MS.length} times`,
  });
  return observed;
}

function soundsOver(sounds: StepInput[]): StepInput[] {
  const answered: StepInput = { do: "wait_agent", quietMs: QUIET_MS };
  return [
    answered,
    ...sounds.flatMap((sound, at): StepInput[] => [
      { do: "say", phrase: QUESTIONS[at % QUESTIONS.length] ?? "" },
      { do: "wait_agent_speaking", ms: MOMENTS_MS[at % MOMENTS_MS.length] ?? 0 },
      sound,
      answered,
    ]),
    { do: "hangup" },
  ];
}

/** For each cough: from its true end to the agent's voice, in ms; null when the voice never paused. */
function falseAlarmsOf(events: readonly LineEvent[]): (number | null)[] {
  return pausesAtSounds(events).flatMap((pause) => {
    if (pause === null) return [null];
    const { soundAt, soundEndAt, againAt } = pause;
    return isSpoilt(events, soundAt, againAt) ? [] : [Math.max(0, againAt - soundEndAt)];
  });
}

/** The turns of the agent that were cut off; nobody in these calls wanted to. */
function stoppedIn({ record }: ObservedCall): string[] {
  return (record?.turns ?? []).flatMap((turn) => (turn.speaker === "agent" && turn.interrupted ? [turn.text] : []));
}
