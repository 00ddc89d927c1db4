import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallRecord } from "#simulators/phone/index.ts";
import { startWorld, type World } from "./testing/world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
}, 60_000);

afterAll(() => world.close());

interface KeptCall {
  status: string;
  ending: string | null;
  turns: {
    speaker: string;
    text: string;
    heard_text: string;
    voice_to_voice_ms: number | null;
    interrupted: boolean;
  }[];
}

async function keptCall(callSid: string): Promise<KeptCall> {
  const { owner } = world.database;
  const [call] = await owner`select id, status, ending from call where call_sid = ${callSid}`;
  const turns =
    await owner`select speaker, text, heard_text, voice_to_voice_ms, interrupted from turn where call_id = ${call?.id} order by index`;
  return { status: call?.status, ending: call?.ending, turns: turns.map((row) => ({ ...row })) as KeptCall["turns"] };
}

const verbsOf = (record: CallRecord) =>
  record.log.filter((entry) => entry.kind === "twiml").map((entry) => entry.verbs);

async function ring(script: Parameters<World["phone"]["network"]["placeCall"]>[0]["script"]): Promise<CallRecord> {
  const placed = world.phone.network.placeCall({
    from: "+972521234567",
    to: world.business.number,
    script,
    maxMs: 60_000,
  });
  return placed.ended;
}

describe("a phone rings", () => {
  test("Moked answers, understands, and says goodbye; all of it is kept", { timeout: 90_000 }, async () => {
    const record = await ring([
      { do: "wait_agent" },
      { do: "say", phrase: "rental_opening" },
      { do: "wait_agent" },
      { do: "say", phrase: "rental_area" },
      { do: "wait_agent" },
      { do: "say", phrase: "rental_goodbye" },
    ]);
    expect(record.errors).toEqual([]);
    await expect
      .poll(() => keptCall(record.callSid))
      .toMatchObject({ status: "completed", ending: "agent_said_goodbye" });
    const { turns } = await keptCall(record.callSid);
    expect(turns.filter((turn) => turn.speaker === "caller").map((turn) => turn.text)).toEqual([
      "שלום, אני מחפש דירה להשכרה.",
      "בתל אביב, באזור המרכז.",
      "תודה רבה, להתראות.",
    ]);
    for (const turn of turns.filter((said) => said.speaker === "agent")) expect(turn.heard_text).toBe(turn.text);
    expect(turns.filter((turn) => turn.voice_to_voice_ms !== null).length).toBe(3);
    expect((await world.metrics.liveCalls.get()).values[0]?.value).toBe(0);
  });

  test("the stream is cut, twice: the conversation goes on over another, and then without one", {
    timeout: 120_000,
  }, async () => {
    const record = await ring([
      { do: "wait_agent" },
      { do: "say", phrase: "rental_opening" },
      { do: "wait_agent" },
      { do: "cut_stream" },
      { do: "wait_agent_speaking", ms: 500 },
      { do: "wait_agent" },
      { do: "say", phrase: "rental_area" },
      { do: "wait_agent" },
      { do: "cut_stream" },
      { do: "wait_agent_speaking", ms: 500 },
      { do: "wait_agent" },
      { do: "say", phrase: "message_call_back" },
      { do: "wait_agent" },
      { do: "say", phrase: "rental_goodbye" },
      { do: "wait_agent" },
    ]);
    expect(verbsOf(record)).toEqual([
      ["Connect"],
      ["Connect"],
      ["Gather", "Redirect"],
      ["Gather", "Redirect"],
      ["Say", "Hangup"],
    ]);
    await expect
      .poll(() => keptCall(record.callSid))
      .toMatchObject({ status: "completed", ending: "agent_said_goodbye" });
    const { turns } = await keptCall(record.callSid);
    expect(turns.filter((turn) => turn.speaker === "caller")).toHaveLength(4);
    const said = turns.filter((turn) => turn.speaker === "agent").map((turn) => turn.text);
    expect(said.filter((text) => text.includes("הקו"))).toEqual([
      expect.stringContaining("נקטע לרגע"),
      expect.stringContaining("לא יציב"),
    ]);
  });

  test("the stream is cut while the caller's words are still being recognised: they are kept, and answered", {
    timeout: 60_000,
  }, async () => {
    const record = await ring([
      { do: "wait_agent" },
      { do: "say", phrase: "rental_opening" },
      { do: "cut_stream" },
      { do: "wait_agent_speaking", ms: 500 },
      { do: "wait_agent", quietMs: 2000 },
      { do: "say", phrase: "rental_goodbye" },
      { do: "wait_agent" },
    ]);
    await expect
      .poll(async () => (await keptCall(record.callSid)).turns.map(({ speaker, text }) => `${speaker}: ${text}`))
      .toEqual([
        expect.stringContaining("agent: "),
        "caller: שלום, אני מחפש דירה להשכרה.",
        "agent: סליחה, הקו נקטע לרגע. אפשר להמשיך.",
        expect.stringMatching(/^agent: .*(אזור|איפה)/u),
        "caller: תודה רבה, להתראות.",
        expect.stringContaining("agent: "),
      ]);
  });

  test("the caller hangs up in the middle of the greeting: what was heard of it is kept", {
    timeout: 60_000,
  }, async () => {
    const record = await ring([{ do: "wait_agent_speaking", ms: 1_000 }, { do: "hangup" }]);
    await expect.poll(() => keptCall(record.callSid)).toMatchObject({ status: "completed", ending: "caller_hung_up" });
    await expect.poll(async () => (await keptCall(record.callSid)).turns.length).toBe(1);
    const [greeting] = (await keptCall(record.callSid)).turns;
    expect(greeting?.text.startsWith(greeting.heard_text)).toBe(true);
    expect(greeting?.heard_text.length).toBeLessThan(greeting?.text.length ?? 0);
  });
});
