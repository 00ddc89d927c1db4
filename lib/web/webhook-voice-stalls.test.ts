/** The stream is lost because the voice does not come: what the caller hears next must not wait for that voice, too. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GoogleTtsSimulator, generateServiceAccount, startGoogleTts } from "#simulators/google-tts/index.ts";
import { POST as handleSpeech } from "../../app/webhook/handle_speech/route.ts";
import { POST as streamEnded } from "../../app/webhook/stream_ended/route.ts";
import { POST as voiceFallback } from "../../app/webhook/voice_fallback/route.ts";
import { renderPhrases } from "../businesses/jobs/render-phrases.ts";
import { speechSynthesizer } from "../businesses/synthesizer.ts";
import { claimStream } from "../calls/claim-stream.ts";
import { closeStream } from "../calls/close-stream.ts";
import { recordTurn } from "../calls/record-turn.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing, turnSaying } from "../testing/sample.ts";
import { postSigned } from "./testing/signed.ts";

let database: TestDatabase;
let google: GoogleTtsSimulator;
beforeAll(async () => {
  database = await testDatabase();
  const { json } = generateServiceAccount("http://127.0.0.1:1");
  google = await startGoogleTts({ serviceAccountJson: json, latency: "none" });
  Object.assign(process.env, { GOOGLE_TTS_SA_JSON: json, GOOGLE_TTS_BASE_URL: google.url });
});
afterAll(async () => {
  await google.close();
  await database.drop();
});

/** A call of this business whose stream has just failed for good, and no voice answers any more. */
async function losesItsVoice(business: TestBusiness): Promise<string> {
  const { callSid, callId, callToken } = await ringing(business);
  await claimStream({ callSid, token: callToken });
  await recordTurn(business.ctx, callId, turnSaying("סליחה, יש לי רגע תקלה", { speaker: "agent" }));
  await closeStream(business.ctx, { callId, stream: 1 }, { kind: "stream_failed", detail: "no_voice", lasting: true });
  google.faults.set({ voice: { kind: "stall", times: 100 } });
  return callSid;
}

const ended = async (CallSid: string) => (await postSigned(streamEnded, "/webhook/stream_ended", { CallSid })).text;
const unheard = async (CallSid: string) => (await postSigned(handleSpeech, "/webhook/handle_speech", { CallSid })).text;

/** What the staff are told went wrong. */
const troublesOf = async (callSid: string) => {
  const turns = await database.owner`
    select troubles from turn t join call c on c.id = t.call_id where call_sid = ${callSid}`;
  return turns.flatMap(({ troubles }) => troubles);
};

it("every sentence of the rungs below is there in the business's own voice", async () => {
  const business = await testBusiness();
  google.faults.set({});
  const synthesizer = speechSynthesizer();
  if (!synthesizer) throw new Error("no voice is configured");
  await renderPhrases(synthesizer, { businessId: business.id }, AbortSignal.timeout(20_000));
  const callSid = await losesItsVoice(business);
  const form = { CallSid: callSid, From: "+972521234567", To: business.number, ErrorCode: "11205" };
  const fallenBack = async () => (await postSigned(voiceFallback, "/webhook/voice_fallback", form)).text;
  for (const answer of [ended, fallenBack, unheard, unheard]) expect(await answer(callSid)).toContain("<Play>");
  expect(await troublesOf(callSid)).toEqual([]);
});

it("and one that is not is said by the network after a second, and the staff are told", { retry: 1 }, async () => {
  const callSid = await losesItsVoice(await testBusiness());
  const before = performance.now();
  expect(await ended(callSid)).toMatch(/<Say[^>]*>[^<]*הקו לא יציב/);
  expect(performance.now() - before).toBeLessThan(2000);
  expect(await troublesOf(callSid)).toEqual(["voice"]);
});
