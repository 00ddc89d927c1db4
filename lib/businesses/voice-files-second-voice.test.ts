/** Outside the stream, while Google's voice is away and OpenAI's is there. */
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type GoogleTtsSimulator, generateServiceAccount, startGoogleTts } from "#simulators/google-tts/index.ts";
import { type OpenAiSimulator, startOpenAi } from "#simulators/openai/server.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { spokenSentence } from "./voice-files.ts";

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
    GOOGLE_TTS_SA_JSON: json,
    GOOGLE_TTS_BASE_URL: google.url,
    OPENAI_API_KEY: "sk-test",
    OPENAI_BASE_URL: openai.url,
  });
  business = await testBusiness();
});
afterAll(async () => {
  await Promise.all([google.close(), openai.close()]);
  await database.drop();
});

it("the second voice is played, also when it is asked for again at once, and the first one's when it is back", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const say = () => spokenSentence(business.ctx, null, "אפשר להשאיר הודעה אחרי הצליל.", 5000);
  const urlOf = async () => (await say()).url;
  google.faults.set({ voice: { kind: "500", times: 2 } });
  const { url: standIn, inOwnVoice } = await say();
  expect({ standIn, inOwnVoice }).toEqual({ standIn: expect.stringMatching(/mp3$/), inOwnVoice: false });
  const before = openai.requests.after(0).length;
  expect(await urlOf()).toBe(standIn);
  expect(openai.requests.after(0)).toHaveLength(before);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await urlOf()).toBe(standIn);
  await vi.advanceTimersByTimeAsync(10_000);
  const own = await urlOf();
  expect(own).not.toBe(standIn);
  expect(await say()).toMatchObject({ url: own, inOwnVoice: true });
  vi.useRealTimers();
});
