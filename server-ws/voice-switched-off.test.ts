/** TTS_DISABLED on a stream: OpenAI's voice speaks, as if there were no other. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorld, type World } from "./testing/world.ts";

let world: World;
beforeAll(async () => {
  process.env.TTS_DISABLED = "true";
  world = await startWorld();
}, 60_000);
afterAll(() => world.close());

test("the call stays on its stream, and Google is not missed", { timeout: 60_000 }, async () => {
  // Whoever asked it would be noticed: as a trouble of the voice.
  world.google.set({ voice: { kind: "500" } });
  const { callSid, log } = await world.phone.network.placeCall({
    ...{ from: "+972521234567", to: world.business.number, maxMs: 60_000 },
    script: [
      { do: "wait_agent" },
      { do: "say", phrase: "rental_opening" },
      { do: "wait_agent" },
      { do: "say", phrase: "rental_goodbye" },
      { do: "wait_agent" },
    ],
  }).ended;
  const { owner } = world.database;
  const ended = () => owner`select ending from call where call_sid = ${callSid}`;
  await expect.poll(ended).toMatchObject([{ ending: "agent_said_goodbye" }]);
  expect(log.flatMap((entry) => (entry.kind === "twiml" ? [entry.verbs] : []))).toEqual([["Connect"]]);
  const turns = await owner`
    select heard_text, troubles from turn join call on call.id = call_id
    where call_sid = ${callSid} and speaker = 'agent' order by index`;
  expect(turns).toMatchObject([
    { heard_text: expect.stringContaining("הגעתם"), troubles: [] },
    { heard_text: expect.stringContaining("באיזה אזור"), troubles: [] },
    { heard_text: expect.stringContaining("להתראות"), troubles: [] },
  ]);
});
