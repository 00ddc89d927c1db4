/** Plays scenarios on a running product, as many at once as may be, and says what became of each. */
import { faultsOf, isDescribed } from "./checks.ts";
import {
  inCircumstances,
  type SimulatedWorld,
  sharingCircumstances,
  untilRendered,
  withOneStream,
  withoutStreams,
} from "./circumstances.ts";
import type { CrmCall, CrmClient } from "./crm.ts";
import { whileFailing } from "./faults.ts";
import {
  callerNumber,
  type PhoneRecord,
  type Ringing,
  ringing,
  untilSpokenTo,
  untilTold,
  WITHHELD_NUMBER,
} from "./phone.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { struck } from "./strikes.ts";

export interface Played {
  scenario: Scenario;
  phone: PhoneRecord;
  record: CrmCall | null;
  /** What is not as the scenario expects. */
  faults: string[];
}

/** A scenario and who rings. */
export interface Part extends Scenario {
  from: string;
}

type Ring = (part: Part) => Promise<Ringing>;

/** Fewer than the demo business takes over a stream at once (max_live_calls). */
const LINES = 16;
const NUMBERS = 8_000_000;

/** Every scenario with a caller of its own, whom nobody has met in an earlier run. */
export function withCallers(scenarios: readonly Scenario[]): Part[] {
  const first = Math.floor(Date.now() / 1000);
  return scenarios.map((scenario, nth) => ({ ...scenario, from: callerNumber((first + nth) % NUMBERS) }));
}

/** Those that need the same circumstances at once, the others after them; `told` each when it is over. */
export async function playAll(
  parts: readonly Part[],
  world: SimulatedWorld,
  crm: CrmClient,
  told: (played: Played) => void = () => {},
): Promise<Played[]> {
  const played: Played[] = [];
  if (parts.some(({ faults }) => faults)) await untilRendered(world);
  for (const { circumstances, calls } of sharingCircumstances(parts)) {
    const tell = (one: Played) => {
      played.push(one);
      told(one);
    };
    await inCircumstances(circumstances, world, () =>
      whileFailing(world.urls, calls, () => playTogether(calls, world, crm, tell)),
    );
  }
  return played;
}

async function playTogether(
  parts: readonly Part[],
  world: SimulatedWorld,
  crm: CrmClient,
  told: (played: Played) => void,
): Promise<void> {
  const ring = ({ from, withheld, script }: Part) =>
    ringing(world.urls.phone, { from: withheld ? WITHHELD_NUMBER : from, to: world.number, script });
  const outcome = async (part: Part, { ended }: Ringing) => told(await become(part, await ended, crm));
  const alone = parts.filter(({ strike }) => strike !== undefined);
  const streamless = parts.filter((part) => part.withoutStream && !alone.includes(part));
  const begun = await beginWithoutStream(streamless, world, ring);
  const late = parts.filter(({ onlyStreamTakenBy }) => onlyStreamTakenBy);
  for (const part of late) begun.push([part, await beginWhileTaken(part, world, ring)]);
  // The longest first, that nobody waits for it in the end.
  const queue = parts
    .filter((part) => ![streamless, late, alone].some((others) => others.includes(part)))
    .sort((a, b) => b.script.length - a.script.length);
  const line = async () => {
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) await outcome(part, await ring(part));
  };
  await Promise.all([...begun.map(([part, call]) => outcome(part, call)), ...Array.from({ length: LINES }, line)]);
  for (const part of alone) await outcome(part, await ringStruck(part, world, ring));
}

/** Whether there is a stream is decided when a call comes in: after that the others can ring. */
async function beginWithoutStream(
  parts: readonly Part[],
  world: SimulatedWorld,
  ring: Ring,
): Promise<[Part, Ringing][]> {
  if (parts.length === 0) return [];
  return withoutStreams(world, () =>
    Promise.all(parts.map(async (part): Promise<[Part, Ringing]> => [part, await ringUntilTold(part, world, ring)])),
  );
}

/** Somebody has the only stream of the business when this part rings; both go on after that. */
async function beginWhileTaken(part: Part, world: SimulatedWorld, ring: Ring): Promise<Ringing> {
  const first = await ring({ ...part, from: callerNumber(NUMBERS), script: part.onlyStreamTakenBy ?? [] });
  await untilSpokenTo(world.urls.phone, first.callSid);
  return withOneStream(world, () => ringUntilTold(part, world, ring));
}

function ringStruck(part: Part, world: SimulatedWorld, ring: Ring): Promise<Ringing> {
  const rung = () => (part.withoutStream ? withoutStreams(world, () => ringUntilTold(part, world, ring)) : ring(part));
  return part.strike === undefined ? rung() : struck(part.strike, world, rung);
}

async function ringUntilTold(part: Part, world: SimulatedWorld, ring: Ring): Promise<Ringing> {
  const call = await ring(part);
  await untilTold(world.urls.phone, call.callSid);
  return call;
}

async function become(scenario: Scenario, phone: PhoneRecord, crm: CrmClient): Promise<Played> {
  const { expects } = scenario;
  // The last words are often on their way still when the call is over.
  const record = await crm.finishedCall(
    phone.callSid,
    (kept) =>
      kept.turns.filter(({ speaker }) => speaker === "caller").length >= expects.callerTurns.count &&
      isDescribed(expects, kept),
  );
  return { scenario, phone, record, faults: faultsOf(scenario, phone, record) };
}
