import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "#drizzle/schema/index.ts";
import { lineNoise, withGainAndNoise } from "#simulators/phone/audio/sounds.ts";
import { loadPhrasebook } from "#simulators/phrasebook/index.ts";
import { updateCustomer } from "../../customers/update-customer.ts";
import { forBusiness } from "../../db/tenant.ts";
import { ProviderFailed } from "../../errors.ts";
import { jobSchemas } from "../../jobs/schemas.ts";
import { wavFromMulaw } from "../../providers/audio/wav.ts";
import type { Transcriber, Transcript } from "../../providers/stt/types.ts";
import type { Telephony } from "../../providers/telephony/types.ts";
import { type TestBusiness, testBusiness } from "../../testing/business.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { ringing } from "../../testing/sample.ts";
import { getCall } from "../get-call.ts";
import { keepRecording } from "../keep-recording.ts";
import { taskToRingBack } from "../record-rung.ts";
import { describeCall } from "./describe-call.ts";
import { transcribeRecording } from "./transcribe-recording.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const unreachable = new ProviderFailed("telephony", true, "not now");

/** A phone network that kept one recording, and a recogniser: what each does next is given, one by one. */
function outside({
  downloads = [],
  words = [],
  deletions = [],
  recording = new Uint8Array([1, 2, 3]),
}: {
  downloads?: Error[];
  words?: (string | Error | (Partial<Transcript> & { text: string }))[];
  deletions?: Error[];
  recording?: Uint8Array;
}) {
  const did: string[] = [];
  const unused = () => Promise.reject(new Error("not asked for here"));
  const step = async (name: string, failures: Error[]) => {
    did.push(name);
    const failure = failures.shift();
    if (failure) throw failure;
  };
  const telephony: Telephony = {
    name: "a test's",
    hangUp: unused,
    transfer: unused,
    downloadRecording: async (url) => {
      await step(`download ${url}`, downloads);
      return recording;
    },
    deleteRecording: (sid) => step(`delete ${sid}`, deletions),
  };
  const transcriber: Transcriber = {
    name: "a test's",
    open: () => {
      throw new Error("not asked for here");
    },
    transcribe: async (wav, { language }) => {
      did.push(`transcribe ${wav.length} ${language}`);
      const next = words.shift() ?? "";
      if (next instanceof Error) throw next;
      const silentOnTheRest = { confidence: null, noSpeech: null, compression: null };
      return { ...silentOnTheRest, ...(typeof next === "string" ? { text: next } : next) };
    },
  };
  return { telephony, transcriber, did };
}

const SURE_THANKS = { text: "תודה", confidence: 0.7 };
const phrase = (id: string) => loadPhrasebook().phrases.get(id)?.audio ?? new Uint8Array();

/** As in a report that does not name them. */
const numbers = { from: "", to: "", requestId: null };

async function left(name?: string) {
  const call = await ringing(business);
  if (name) await updateCustomer(business.ctx, { customerId: call.customerId, name });
  await keepRecording({ ...numbers, callSid: call.callSid, recordingSid: "RE7", url: "https://x.example/RE7" });
  return call;
}
const run = (ports: Parameters<typeof transcribeRecording>[0], callId: string) =>
  transcribeRecording(ports, { businessId: business.id, callId }, AbortSignal.timeout(5000));
const taskOf = (callId: string) => database.owner`select title, details, done_at from task where call_id = ${callId}`;

describe("a message that a caller left", () => {
  it("is on the staff's list at once, and has its words when it was understood", async () => {
    const { callId } = await left("דנה לוי");
    expect(await taskOf(callId)).toMatchObject([{ title: "להתקשר אל דנה לוי: השאירו הודעה", details: "" }]);
    const ports = outside({ words: [" אפשר לחזור אליי מחר? "] });
    await run(ports, callId);
    expect(ports.did).toEqual(["download https://x.example/RE7", "transcribe 3 he", "delete RE7"]);
    expect((await getCall(business.ctx, callId)).recordingTranscript).toBe("אפשר לחזור אליי מחר?");
    expect(await taskOf(callId)).toMatchObject([{ details: "״אפשר לחזור אליי מחר?״" }]);
  });

  it("leads to a summary of what was said in it", async () => {
    const { callId } = await left("דנה לוי");
    const described = () => database.owner`
      select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'describe_call' and payload->>'callId' = ${callId}`;
    expect(await described()).toHaveLength(0);
    await run(outside({ words: ["אני מחפשת דירה להשכרה בחיפה, שלושה חדרים"] }), callId);
    const [job, ...more] = await described();
    expect(more).toEqual([]);
    await describeCall(null, jobSchemas.describe_call.parse(job?.payload), AbortSignal.timeout(5000), 1);
    expect(await getCall(business.ctx, callId)).toMatchObject({
      want: "rent",
      summary: expect.stringContaining("חיפה"),
    });
  });

  it("that nobody could understand: the task says so", async () => {
    const { callId } = await left();
    await run(outside({ words: ["  "] }), callId);
    expect((await taskOf(callId))[0]?.details).toContain("לא הצלחנו להבין");
    const without = await left();
    await run({ ...outside({}), transcriber: null }, without.callId);
    expect((await taskOf(without.callId))[0]?.details).toContain("כדאי להתקשר בחזרה");
  });

  it("of which the recogniser made a film's credits: nobody could understand it", async () => {
    const { callId } = await left();
    const credits = { text: "כתוביות על ידי קהילת אמרה", confidence: 0.4, noSpeech: 0.9, compression: 0.8 };
    await run(outside({ words: [credits] }), callId);
    expect((await getCall(business.ctx, callId)).recordingTranscript).toBe("");
    expect((await taskOf(callId))[0]?.details).toContain("לא הצלחנו להבין");
  });

  it("that may be an invention is told as such, and nothing of it is lost", async () => {
    const { callId } = await left();
    await run(outside({ words: [{ text: "תודה רבה", confidence: 0.3, noSpeech: null }] }), callId);
    expect((await getCall(business.ctx, callId)).recordingTranscript).toBe("תודה רבה");
    expect((await taskOf(callId))[0]?.details).toBe("ההודעה לא ברורה. אולי נאמר בה: ״תודה רבה״");
  });

  it.each([0.001, 0.01, 0.06])(
    "of which only hiss is on the line (%s): a word made of it was never said",
    async (level) => {
      const { callId } = await left();
      await run(outside({ words: [SURE_THANKS], recording: wavFromMulaw(lineNoise(4000, level)) }), callId);
      expect((await getCall(business.ctx, callId)).recordingTranscript).toBe("");
      expect((await taskOf(callId))[0]?.details).toContain("לא הצלחנו להבין");
    },
  );

  it.each([
    ["soft", 0.1, 0],
    ["soft on a line that hisses", 0.1, 0.002],
    ["in as much noise as voice", 0.3, 0.02],
  ])("that is but a word, %s, is what was said", async (_, gain, noise) => {
    const { callId } = await left();
    const pause = new Uint8Array(12_000).fill(0xff);
    const line = withGainAndNoise(Buffer.concat([pause, phrase("thanks"), pause]), gain, noise);
    await run(outside({ words: [SURE_THANKS], recording: wavFromMulaw(line) }), callId);
    expect(await taskOf(callId)).toMatchObject([{ details: "״תודה״" }]);
  });

  it("that the noise covers is told as unclear, and nothing of it is lost", async () => {
    const { callId } = await left();
    const words = [{ text: "תגידו לשי שיחזור אליי", confidence: 0.8 }];
    const line = withGainAndNoise(phrase("message_call_back"), 0.1, 0.06);
    await run(outside({ words, recording: wavFromMulaw(line) }), callId);
    expect((await taskOf(callId))[0]?.details).toBe("ההודעה לא ברורה. אולי נאמר בה: ״תגידו לשי שיחזור אליי״");
  });

  it("is not lost by a network or a recogniser that fails for a while", async () => {
    const { callId } = await left();
    const ports = outside({
      downloads: [unreachable],
      words: [new ProviderFailed("stt", true, "busy"), "שלום"],
      deletions: [unreachable],
    });
    for (let n = 0; n < 3; n++) await expect(run(ports, callId)).rejects.toThrow(ProviderFailed);
    expect(ports.did.filter((step) => step.startsWith("delete"))).toHaveLength(1); // only once its words were kept
    await run(ports, callId);
    expect(ports.did.filter((step) => step.startsWith("transcribe"))).toHaveLength(2); // not again for the deletion
    expect(await taskOf(callId)).toMatchObject([{ details: "״שלום״" }]);
  });

  it("is filed once, however often the job comes, and stays done when it was done", async () => {
    const { callId } = await left();
    await run(outside({ words: ["שלום"] }), callId);
    await database.owner`update task set done_at = now() where call_id = ${callId}`;
    await run(outside({ words: ["אחר"] }), callId);
    const tasks = await taskOf(callId);
    expect(tasks).toMatchObject([{ details: "״שלום״" }]);
    expect(tasks[0]?.done_at).not.toBeNull();
  });

  it("after a failed stream, its words come to the task that is there already", async () => {
    const { callSid, callId } = await ringing(business);
    await forBusiness(business.ctx, async (tx) => {
      const [row] = await tx.select().from(call).where(eq(call.id, callId));
      if (row) await taskToRingBack(tx, business.ctx, row);
    });
    await keepRecording({ ...numbers, callSid, recordingSid: "RE8", url: "https://x.example/RE8" });
    await run(outside({ words: ["תחזרו אליי"] }), callId);
    expect(await taskOf(callId)).toMatchObject([
      { title: expect.stringContaining("השיחה נקטעה"), details: "״תחזרו אליי״" },
    ]);
  });

  it("of a call without a recording: nothing to do", async () => {
    const { callId } = await ringing(business);
    const ports = outside({});
    await run(ports, callId);
    expect(ports.did).toEqual([]);
  });
});
