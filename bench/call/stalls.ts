/** How long callers hear nothing while a provider gives no answer at all: one after the other, all three. */
import type { Bench } from "../group.ts";
import { percentile } from "../statistics.ts";
import { conversations } from "./conversations.ts";
import { eventsOf, isSpoilt } from "./line-events.ts";
import type { Exchange, Observed, ObservedCall } from "./ringing.ts";
import type { StallingStep } from "./services.ts";

const STEPS: readonly StallingStep[] = ["transcription", "model", "voice"];
const LINES = 6;
/** What is said to each: two things, since after that many answers without a provider the call goes on otherwise. */
const PHRASES = 2;
/** Words that look unfinished are waited for longer: nobody may be forgotten over it. */
const UNFINISHED = [
  ["trailing_and", "trailing_of"],
  ["trailing_of", "trailing_and"],
];
/** The caller waits for the answer itself, not for a word that bridges the wait. */
const QUIET_MS = 4000;

export async function measureStalls(bench: Bench, exchange: Exchange): Promise<void> {
  for (const step of STEPS) {
    const scripts = [...conversations, ...UNFINISHED].map((phrases) => patient(phrases.slice(0, PHRASES)));
    bench.note(`${scripts.length} callers while nothing comes from the ${step}`);
    await exchange.services.stall(step);
    const observed = await exchange.ring(scripts, LINES);
    await exchange.services.recover();
    tell(bench, step, observed);
  }
}

function patient(phrases: readonly string[]) {
  const answered = { do: "wait_agent", quietMs: QUIET_MS } as const;
  const said = phrases.flatMap((phrase) => [{ do: "say", phrase } as const, answered]);
  return [answered, ...said, { do: "hangup" } as const];
}

function tell(bench: Bench, step: StallingStep, { calls }: Observed): void {
  const silences = calls.flatMap(silencesOf);
  bench.raw(`stall_${step}`, silences);
  const note = `${silences.length} silences of ${calls.length} callers`;
  const all = silences.map(({ ms }) => ms);
  const worst = Math.max(0, ...all);
  bench.figure({
    name: `call.stall_${step}_silence_p95`,
    value: percentile(all, 95),
    unit: "ms",
    target: { atMost: 1500 },
    note,
  });
  bench.figure({ name: `call.stall_${step}_silence_max`, value: all.length === 0 ? null : worst, unit: "ms" });
}

/**
 * Each time that a caller who had spoken heard nothing until we said something: before the first word, and between that
 * and the answer. What comes after the last word is the caller's own time.
 */
function silencesOf({ events, spoken }: ObservedCall): { phrase: string; ms: number }[] {
  return spoken.flatMap(({ phrase, endAt, nextAt }) => {
    const within = (at: number) => at > endAt && at < nextAt;
    const sounds = eventsOf(events, "agent_audio").filter(({ at }) => within(at));
    return sounds.flatMap(({ at }) => {
      const quietSince = eventsOf(events, "agent_quiet").findLast((quiet) => quiet.at < at && within(quiet.at))?.at;
      return isSpoilt(events, endAt, at) ? [] : [{ phrase, ms: at - (quietSince ?? endAt) }];
    });
  });
}
