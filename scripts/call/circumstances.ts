/** What is not as usual at the business during calls: set up before them, and as it was again after them. */
import postgres from "postgres";
import { setAnswering } from "./phone.ts";

/** What must be so during a call; what is left out does not matter to it. */
export interface Circumstances {
  /** Whether somebody picks up where the call is transferred to. As a rule somebody does. */
  staffAnswers?: boolean;
  /** Whether the business records messages when nothing was heard (enable_recording_fallback). As a rule it does. */
  recording?: boolean;
}

/** The simulated world of a running product. */
export interface SimulatedWorld {
  urls: { phone: string; openai: string; tts: string };
  databaseUrl: string;
  /** The demo business's. */
  number: string;
}

/** Where the demo business transfers its callers to. */
const STAFF_PHONE = "+972521234567";

/** In as few groups as there must be, one after the other: in each what one call needs disturbs no other. */
export function sharingCircumstances<T extends { circumstances?: Circumstances }>(
  calls: readonly T[],
): { circumstances: Circumstances; calls: T[] }[] {
  const groups: { circumstances: Circumstances; calls: T[] }[] = [];
  for (const call of calls) {
    const wanted = call.circumstances ?? {};
    let group = groups.find(({ circumstances }) => agree(circumstances, wanted));
    if (!group) {
      group = { circumstances: {}, calls: [] };
      groups.push(group);
    }
    Object.assign(group.circumstances, wanted);
    group.calls.push(call);
  }
  return groups;
}

function agree(one: Circumstances, other: Circumstances): boolean {
  const same = (key: keyof Circumstances) =>
    one[key] === undefined || other[key] === undefined || one[key] === other[key];
  return same("staffAnswers") && same("recording");
}

/** Runs `calls` when it is so. */
export async function inCircumstances<T>(
  { staffAnswers = true, recording = true }: Circumstances,
  world: SimulatedWorld,
  calls: () => Promise<T>,
): Promise<T> {
  await setAnswering(world.urls.phone, STAFF_PHONE, staffAnswers);
  if (recording) return calls();
  return switchedOff("enable_recording_fallback", world, calls);
}

/** Runs `work` while calls that begin get no media stream. */
export function withoutStreams<T>(world: SimulatedWorld, work: () => Promise<T>): Promise<T> {
  return switchedOff("enable_calls_stream", world, work);
}

async function switchedOff<T>(
  setting: "enable_calls_stream" | "enable_recording_fallback",
  { databaseUrl, number }: SimulatedWorld,
  work: () => Promise<T>,
): Promise<T> {
  const sql = postgres(databaseUrl, { max: 1 });
  const set = (on: boolean) => sql`
    update business set ${sql(setting)} = ${on}
    where id = (select business_id from phone_number where e164 = ${number})`;
  try {
    await set(false);
    return await work();
  } finally {
    await set(true);
    await sql.end();
  }
}
