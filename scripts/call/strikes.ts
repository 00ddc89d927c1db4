/** What befalls the whole product during a call. Other calls would suffer with it: whoever is struck rings alone. */
import postgres from "postgres";
import { pidOf } from "../supervisor/running.ts";
import type { SimulatedWorld } from "./circumstances.ts";
import { type LogEntry, type Ringing, untilLog } from "./phone.ts";

export type Strike =
  /** The process that holds the stream is killed once the caller's first words were answered. */
  | "edge_dies"
  /** The pages are killed over the caller's second words, which the phone network has just recognised. */
  | "pages_die"
  /** Before the phone rings, until the call is over. */
  | "database_away";

/** Rings, and strikes at its moment. */
export async function struck(strike: Strike, world: SimulatedWorld, ring: () => Promise<Ringing>): Promise<Ringing> {
  switch (strike) {
    case "edge_dies":
      return killed("edge", firstAnswerHeard, world, ring);
    case "pages_die":
      return killed("next", recognisedTwice, world, ring);
    case "database_away":
      return whileDatabaseIsAway(world.databaseUrl, async () => {
        const call = await ring();
        await call.ended;
        return call;
      });
    default:
      return strike satisfies never;
  }
}

async function killed(
  name: string,
  moment: (log: readonly LogEntry[]) => boolean,
  world: SimulatedWorld,
  ring: () => Promise<Ringing>,
): Promise<Ringing> {
  const call = await ring();
  await untilLog(world.urls.phone, call.callSid, moment);
  const pid = pidOf(world.dataDir, name);
  if (pid === undefined) throw new Error(`${name} does not run`);
  process.kill(pid, "SIGKILL");
  return call;
}

function firstAnswerHeard(log: readonly LogEntry[]): boolean {
  const words = log.findIndex(({ kind }) => kind === "caller_speech_end");
  return words >= 0 && log.slice(words).some(({ kind }) => kind === "agent_speech_end");
}

function recognisedTwice(log: readonly LogEntry[]): boolean {
  return log.filter(({ kind }) => kind === "gather").length >= 2;
}

/** Ends every connection to the product's database and lets nobody in, as if its server were not there. */
async function whileDatabaseIsAway<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const beside = new URL(databaseUrl);
  const name = beside.pathname.slice(1);
  beside.pathname = "/postgres";
  const sql = postgres(beside.href, { max: 1 });
  const allow = (connections: boolean) => sql.unsafe(`alter database "${name}" with allow_connections ${connections}`);
  try {
    await allow(false);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    return await work();
  } finally {
    await allow(true);
    await sql.end();
  }
}
