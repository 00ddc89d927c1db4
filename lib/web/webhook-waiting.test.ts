/** A caller without a stream while the model gives no sign: never left alone with the silence. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OpenAiSimulator, startOpenAi } from "#simulators/openai/server.ts";
import { POST as handleSpeech } from "../../app/webhook/handle_speech/route.ts";
import { renderPhrases } from "../businesses/jobs/render-phrases.ts";
import { speechSynthesizer } from "../businesses/synthesizer.ts";
import { openCall } from "../calls/open-call.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { newCallSid } from "../testing/sample.ts";
import { afterWords } from "./testing/after-words.ts";
import { postSigned } from "./testing/signed.ts";

let database: TestDatabase;
let business: TestBusiness;
let openai: OpenAiSimulator;
beforeAll(async () => {
  database = await testDatabase();
  openai = await startOpenAi({ apiKey: "sk-test", latency: "none" });
  Object.assign(process.env, { OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: openai.url });
  business = await testBusiness();
  await database.owner`update business set enable_calls_stream = false`;
});
afterAll(async () => {
  await openai.close();
  await database.drop();
});

it("the network says that word when our voice does not come", async () => {
  const callSid = newCallSid();
  const { number } = await testBusiness();
  await openCall({ callSid, from: "+972521234567", to: number, requestId: null });
  openai.faults.set({ model: { kind: "slow" }, voice: { kind: "stall" } });
  const form = { CallSid: callSid, SpeechResult: "אני מחפש דירה בחולון", Confidence: "0.8" };
  const first = await postSigned(handleSpeech, "/webhook/handle_speech", form, { onceKey: "turn-2" });
  expect(first.text).toMatch(/<Say[^>]*>רגע\.<\/Say><Redirect/);
  openai.faults.set({ voice: null });
  expect((await afterWords(callSid, first)).text).toContain("<Gather");
});

it("a word comes again and again until the fallback answers; the turn is kept once, and the staff see why", async () => {
  const callSid = newCallSid();
  await openCall({ callSid, from: "+972521234567", to: business.number, requestId: null });
  const synthesizer = speechSynthesizer();
  if (!synthesizer) throw new Error("no voice is configured");
  await renderPhrases(synthesizer, { businessId: business.id }, AbortSignal.timeout(20_000));
  openai.faults.set({ model: { kind: "stall" } });
  const files: string[] = [];
  const form = { CallSid: callSid, SpeechResult: "אני מחפש דירה בחולון", Confidence: "0.8" };
  const first = await postSigned(handleSpeech, "/webhook/handle_speech", form, { onceKey: "turn-1" });
  const { text } = await afterWords(callSid, first, (file) => files.push(file));
  const words = await Promise.all(files.map(wordOf));
  expect(words.length).toBeGreaterThan(0);
  expect(words).toEqual(["רגע.", ...words.slice(1).map(() => "אני בודק, עוד רגע בבקשה.")]);
  expect(text).toMatch(/<Gather .*<Play>/);
  const turns = await database.owner`
    select speaker, text, troubles from turn join call on call.id = call_id where call_sid = ${callSid} order by index`;
  expect(turns.slice(1)).toMatchObject([
    { speaker: "caller", text: "אני מחפש דירה בחולון" },
    { speaker: "agent", text: expect.stringContaining("מה השם"), troubles: ["fallback"] },
  ]);
});

async function wordOf(file: string): Promise<string> {
  const name = /\/static\/voice\/([\w-]{32})\.mp3$/.exec(file)?.[1] ?? "";
  return (await database.owner`select text from voice_file where name = ${name}`)[0]?.text;
}
