/** NLP_DISABLED and TTS_DISABLED, where the keys and the vendors are there: nobody may notice but the caller. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GoogleTtsSimulator, generateServiceAccount, startGoogleTts } from "#simulators/google-tts/index.ts";
import { type OpenAiSimulator, startOpenAi } from "#simulators/openai/server.ts";
import { POST as handleSpeech } from "../../app/webhook/handle_speech/route.ts";
import { POST as incomingCall } from "../../app/webhook/incoming_call/route.ts";
import { spokenSentence } from "../businesses/voice-files.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { newCallSid } from "../testing/sample.ts";
import { postSigned } from "./testing/signed.ts";

let database: TestDatabase;
let business: TestBusiness;
let google: GoogleTtsSimulator;
let openai: OpenAiSimulator;
beforeAll(async () => {
  database = await testDatabase();
  const { json } = generateServiceAccount("http://127.0.0.1:1");
  google = await startGoogleTts({ serviceAccountJson: json, latency: "none" });
  openai = await startOpenAi({ apiKey: "sk-test", latency: "none" });
  Object.assign(process.env, {
    NLP_DISABLED: "true",
    TTS_DISABLED: "true",
    OPENAI_BASE_URL: openai.url,
    GOOGLE_TTS_SA_JSON: json,
    GOOGLE_TTS_BASE_URL: google.url,
  });
  business = await testBusiness();
});
afterAll(async () => {
  await Promise.all([google.close(), openai.close()]);
  await database.drop();
});

const stepsAt = (simulator: GoogleTtsSimulator | OpenAiSimulator) =>
  simulator.requests.after(0).map(({ step }) => step);

it("without a model the call needs no stream, and the script takes the message", async () => {
  const CallSid = newCallSid();
  const form = { CallSid, From: "+972521234567", To: business.number };
  const { text: greeted } = await postSigned(incomingCall, "/webhook/incoming_call", form);
  expect(greeted).toContain("<Gather");
  expect(greeted).not.toContain("<Connect");
  const say = (SpeechResult: string) =>
    postSigned(handleSpeech, "/webhook/handle_speech", { CallSid, SpeechResult, Confidence: "0.9" });
  await say("שלום, אני מחפש דירה להשכרה");
  await say("דנה לוי");
  const turns = await database.owner`
    select text from turn t join call c on c.id = t.call_id
    where call_sid = ${CallSid} and speaker = 'agent' order by index`;
  expect(turns.map(({ text }) => text)).toEqual([
    expect.stringContaining("שלום"),
    "נרשום הודעה ויחזרו אליכם. מה השם, בבקשה?",
    expect.stringContaining("נרשמה"),
  ]);
  expect(stepsAt(openai)).not.toContain("model");
});

it("without Google's voice the other one speaks", async () => {
  expect((await spokenSentence(business.ctx, null, "משפט שנאמר בקול השני.", 5000)).url).not.toBeNull();
  expect(stepsAt(openai)).toContain("voice");
  expect(stepsAt(google)).toEqual([]);
});
