import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { CallRecord } from "#simulators/phone/index.ts";
import { startWorld, type World } from "./testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterEach(() => {
  world.openai.set({ model: null, voice: null, transcription: null });
  world.google.set({ voice: null });
});
afterAll(() => world.close());

interface KeptTurn {
  speaker: string;
  heard_text: string;
  troubles: string[];
}

function ring(script: Parameters<World["phone"]["network"]["placeCall"]>[0]["script"]): Promise<CallRecord> {
  const from = "+972521234567";
  return world.phone.network.placeCall({ from, to: world.business.number, script, maxMs: 60_000 }).ended;
}

async function kept({ callSid }: CallRecord) {
  const { owner } = world.database;
  const [call] = await owner`select id, ending, ending_detail from call where call_sid = ${callSid}`;
  const turns =
    await owner`select speaker, heard_text, troubles from turn where call_id = ${call?.id} and speaker = 'agent' order by index`;
  const tasks = await owner`select title from task where call_id = ${call?.id} and source = 'agent'`;
  return { ...call, turns: turns.map((row) => ({ ...row })) as KeptTurn[], tasks: tasks.length };
}

/** Patient callers: they do not take a word that bridges a wait for the answer. */
const MESSAGE = [
  { do: "wait_agent" },
  { do: "say", phrase: "rental_opening" },
  { do: "wait_agent", quietMs: 2500 },
  { do: "say", phrase: "rental_name" },
  { do: "wait_agent" },
] as const;

test("the model stalls: a word covers the wait, the script takes the message, the staff see why", {
  timeout: 90_000,
}, async () => {
  world.openai.set({ model: { kind: "stall" } });
  const record = await ring([...MESSAGE]);
  expect(record.errors).toEqual([]);
  await expect.poll(() => kept(record)).toMatchObject({ ending: "agent_said_goodbye", tasks: 1 });
  const { turns } = await kept(record);
  expect(turns[1]?.heard_text).toMatch(/^רגע\. אני בודק, עוד רגע בבקשה\. נרשום הודעה.*מה השם, בבקשה\?$/);
  expect(turns[1]?.troubles).toEqual(["fallback"]);
  expect(turns[2]).toMatchObject({ heard_text: expect.stringMatching(/נרשמה/), troubles: [] });
});

test("Google's voice is down: OpenAI's speaks, and the staff see it", { timeout: 90_000 }, async () => {
  world.google.set({ voice: { kind: "500" } });
  const record = await ring([
    { do: "wait_agent" },
    { do: "say", phrase: "rental_opening" },
    { do: "wait_agent" },
    { do: "say", phrase: "rental_goodbye" },
    { do: "wait_agent" },
  ]);
  await expect.poll(() => kept(record)).toMatchObject({ ending: "agent_said_goodbye" });
  const { turns } = await kept(record);
  expect(turns.some(({ troubles }) => troubles.includes("voice"))).toBe(true);
  expect(turns.map(({ heard_text }) => heard_text).join(" ")).not.toMatch(/תקלה/);
});

test("no voice at all: one word of regret, then the stream ends and the network's own voice goes on", {
  timeout: 90_000,
}, async () => {
  world.google.set({ voice: { kind: "500" } });
  world.openai.set({ voice: { kind: "500" } });
  const record = await ring([
    { do: "wait_agent" },
    { do: "say", phrase: "rental_opening" },
    { do: "wait_agent" },
    { do: "say", phrase: "rental_area" },
    { do: "wait_agent" },
    { do: "wait", ms: 1000 },
    { do: "hangup" },
  ]);
  await expect.poll(() => kept(record)).toMatchObject({ ending: "caller_hung_up" });
  expect((await kept(record)).turns[1]?.heard_text).toMatch(/תקלה/);
  const [stream, gather] = record.log.filter((entry) => entry.kind === "twiml");
  expect([stream, gather]).toMatchObject([{ verbs: ["Connect"] }, { verbs: expect.arrayContaining(["Gather"]) }]);
  expect(record.log.some((entry) => entry.kind === "say")).toBe(true);
});

test("the recogniser answers after the caller has hung up: the words are kept", { timeout: 90_000 }, async () => {
  world.openai.set({ transcription: { kind: "late" } });
  const record = await ring([
    { do: "wait_agent" },
    { do: "say", phrase: "rental_opening" },
    { do: "wait", ms: 300 },
    { do: "hangup" },
  ]);
  expect(record.errors).toEqual([]);
  await expect.poll(() => kept(record)).toMatchObject({ ending: "caller_hung_up" });
  const words = () => world.database.owner`
    select text from turn join call on call.id = call_id where call_sid = ${record.callSid} and speaker = 'caller'`;
  await expect.poll(words, { timeout: 12_000 }).toMatchObject([{ text: expect.stringContaining("דירה להשכרה") }]);
});
