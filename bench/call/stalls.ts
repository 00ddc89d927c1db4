/** How long callers hear nothing while a provider gives no answer at all: one after the other, all three. */

import { silencesAfterWords } from "../../scripts/call/silences.ts";
import type { Bench } from "../group.ts";
import { percentile } from "../statistics.ts";
import { conversations } from "./conversations.ts";
import type { Exchange, Observed } from "./ringing.ts";
import type { StallingStep } from "./services.ts";

const STEPS: readonly StallingStep[] = ["transcription", "model", "voice"];
const LINES = 6;
/** What is said to each: two things, since over the second that fails the call goes on without the provider. */
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
  const silences = calls.flatMap(({ events, spoken, record }) => silencesAfterWords(events, spoken, record));
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
