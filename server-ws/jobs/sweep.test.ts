import { afterAll, beforeAll, expect, it } from "vitest";
import { readVoiceFile, spokenSentence } from "#lib/businesses/voice-files.ts";
import { env } from "#lib/config/env.ts";
import type { Context } from "#lib/context.ts";
import { keepUnclaimedPost } from "#lib/db/system.ts";
import { advanceMessages } from "#lib/messaging/advance-message.ts";
import { testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { generateServiceAccount, startGoogleTts } from "#simulators/google-tts/index.ts";
import { jobHandlers } from "./registry.ts";

let database: TestDatabase;
let google: Awaited<ReturnType<typeof startGoogleTts>>;
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

const sweep = () => jobHandlers(env()).sweep({}, AbortSignal.timeout(10_000), 1);
const isThere = async (url: string | null) => (await readVoiceFile(url?.split("/").at(-1) ?? "")) !== null;

it("every night the voice files that nobody asked for in a month go, of every business, and the others stay", async () => {
  const businesses = [await testBusiness(), await testBusiness()];
  const old = await Promise.all(businesses.map(({ ctx }) => urlOf(ctx, "משפט שאיש לא צריך.")));
  await database.owner`update voice_file set used_at = now() - interval '31 days'`;
  const used = await Promise.all(businesses.map(({ ctx }) => urlOf(ctx, "משפט של היום.")));
  expect(await Promise.all([...old, ...used].map(isThere))).toEqual([true, true, true, true]);
  await sweep();
  expect(await Promise.all([...old, ...used].map(isThere))).toEqual([false, false, true, true]);
});

it("and posts that nobody has claimed in a month go, and reports of messages that nobody ever heard of", async () => {
  const { id, ctx } = await testBusiness();
  for (const channel of ["whatsapp", "sms"])
    await keepUnclaimedPost({ job: "take_messages", channel, reason: "not_understood", post: { form: { Body: "x" } } });
  const report = { carrier: "twilio", status: "sent", errorCode: null } as const;
  await advanceMessages(ctx, { ...report, providerId: "SM-old" }, { ...report, providerId: "SM-new" });
  await database.owner`update unclaimed_post set created_at = now() - interval '31 days' where channel = 'sms'`;
  await database.owner`update early_status set at = now() - interval '8 days' where provider_id = 'SM-old'`;
  await sweep();
  expect(await database.owner`select channel from unclaimed_post`).toEqual([{ channel: "whatsapp" }]);
  expect(await database.owner`select provider_id from early_status where business_id = ${id}`).toEqual([
    { provider_id: "SM-new" },
  ]);
});

it("and messages of a paired phone that were put aside a month ago, but none that still waits for its number", async () => {
  const { id } = await testBusiness();
  await database.owner`
    insert into whatsapp_arrival (business_id, provider_id, value, failures, created_at) values
      (${id}, 'ASIDE', 'x', 16, now() - interval '31 days'), (${id}, 'ASIDE-NEW', 'x', 16, now()),
      (${id}, 'HIDDEN', 'x', 0, now() - interval '31 days')`;
  await sweep();
  expect(
    await database.owner`select provider_id from whatsapp_arrival where business_id = ${id} order by 1`,
  ).toMatchObject([{ provider_id: "ASIDE-NEW" }, { provider_id: "HIDDEN" }]);
});

it("and what is not rendered ahead is, also when the job for it was given up", async () => {
  const { id } = await testBusiness();
  await database.owner`delete from graphile_worker._private_jobs`;
  await sweep();
  const jobs = await database.owner`select payload from graphile_worker._private_jobs`;
  expect(jobs).toContainEqual({ payload: { businessId: id } });
});

async function urlOf(ctx: Context, sentence: string): Promise<string | null> {
  return (await spokenSentence(ctx, null, sentence, 5000)).url;
}
