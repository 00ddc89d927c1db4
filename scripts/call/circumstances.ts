/** What is not as usual during a scenario: set up before it, and as it was again after it. */
import postgres from "postgres";
import type { Scenario } from "./scenarios/scenario.ts";

interface SimulatedWorld {
  databaseUrl: string;
  /** The demo business's. */
  number: string;
}

export async function inCircumstances<T>(
  { withoutStream = false }: Scenario,
  world: SimulatedWorld,
  ring: () => Promise<T>,
): Promise<T> {
  try {
    if (withoutStream) await setStreaming(world, false);
    return await ring();
  } finally {
    if (withoutStream) await setStreaming(world, true);
  }
}

async function setStreaming({ databaseUrl, number }: SimulatedWorld, streams: boolean): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    await sql`
      update business set enable_calls_stream = ${streams}
      where id = (select business_id from phone_number where e164 = ${number})`;
  } finally {
    await sql.end();
  }
}
