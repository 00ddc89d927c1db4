/** What is not as usual at the business during calls: set up before them, and as it was again after them. */
import postgres from "postgres";
import { pollUntil } from "../supervisor/wait.ts";
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
  dataDir: string;
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
  return whileSet("enable_recording_fallback", false, world, calls);
}

const RENDERED_WITHIN_MS = 60_000;

/** Until the business's fixed sentences are rendered: whoever rings it in its first seconds hears no word that bridges a wait. */
export async function untilRendered({ databaseUrl }: SimulatedWorld): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    const done = await pollUntil(RENDERED_WITHIN_MS, 250, async () => {
      const waiting = await sql`select 1 from graphile_worker.jobs where task_identifier = 'render_phrases' limit 1`;
      return waiting.length === 0 ? true : undefined;
    });
    if (!done) throw new Error("the fixed sentences of a business were not rendered in time");
  } finally {
    await sql.end();
  }
}

/** Runs `work` while calls that begin get no media stream. */
export function withoutStreams<T>(world: SimulatedWorld, work: () => Promise<T>): Promise<T> {
  return whileSet("enable_calls_stream", false, world, work);
}

/** Runs `work` while the business takes one call at a time over a stream. */
export function withOneStream<T>(world: SimulatedWorld, work: () => Promise<T>): Promise<T> {
  return whileSet("max_live_calls", 1, world, work);
}

async function whileSet<T>(
  setting: "enable_calls_stream" | "enable_recording_fallback" | "max_live_calls",
  value: boolean | number,
  { databaseUrl, number }: SimulatedWorld,
  work: () => Promise<T>,
): Promise<T> {
  const sql = postgres(databaseUrl, { max: 1 });
  const ours = sql`id = (select business_id from phone_number where e164 = ${number})`;
  const set = (to: boolean | number) => sql`update business set ${sql(setting)} = ${to} where ${ours}`;
  try {
    const [before] = await sql<{ value: boolean | number }[]>`
      select ${sql(setting)} as value from business where ${ours}`;
    if (!before) throw new Error(`no business has the number ${number}`);
    await set(value);
    return await work().finally(() => set(before.value));
  } finally {
    await sql.end();
  }
}
