/** What is not as usual during a scenario: set up before it, and as it was again after it. */
import postgres from "postgres";
import type { Scenario } from "./scenarios.ts";

interface SimulatedWorld {
  databaseUrl: string;
  openaiUrl: string;
  /** The demo business's. */
  number: string;
}

export async function inCircumstances<T>(
  scenario: Scenario,
  world: SimulatedWorld,
  ring: () => Promise<T>,
): Promise<T> {
  const { withoutStream = false, modelDown = false } = scenario;
  try {
    if (withoutStream) await setStreaming(world, false);
    if (modelDown) await setModelFault(world, { kind: "500" });
    return await ring();
  } finally {
    if (withoutStream) await setStreaming(world, true);
    if (modelDown) await setModelFault(world, null);
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

async function setModelFault({ openaiUrl }: SimulatedWorld, fault: { kind: string } | null): Promise<void> {
  const answer = await fetch(new URL("/_sim/faults", openaiUrl), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ model: fault }),
  });
  if (!answer.ok) throw new Error(`the simulated model refused: ${answer.status} ${await answer.text()}`);
}
