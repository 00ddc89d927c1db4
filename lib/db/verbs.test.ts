/** Every verb, asked by one business about the rows of another: not found, or empty, and nothing has changed. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getHome } from "../analytics/get-home.ts";
import { getSettings, getVoiceSettings } from "../businesses/get-settings.ts";
import { withoutStream } from "../businesses/phrases.ts";
import {
  addPronunciation,
  changePronunciation,
  listPronunciations,
  removePronunciation,
} from "../businesses/pronunciations.ts";
import {
  updateCalls,
  updateHours,
  updateMessages,
  updateOrdering,
  updatePersona,
  updateTransfer,
  updateVoice,
} from "../businesses/update-settings.ts";
import { dropOtherClips, keepVoiceClip, loadClipsOfAnyVoice, loadVoiceClips } from "../businesses/voice-clips.ts";
import { spokenSentence } from "../businesses/voice-files.ts";
import { claimStream } from "../calls/claim-stream.ts";
import { closeStream } from "../calls/close-stream.ts";
import { editInsight } from "../calls/edit-insight.ts";
import { exportCalls } from "../calls/export-calls.ts";
import { keptGatheredAnswer, reopenGatheredTurn } from "../calls/gathered-turn.ts";
import { getCall } from "../calls/get-call.ts";
import { describeCall } from "../calls/jobs/describe-call.ts";
import { transcribeRecording } from "../calls/jobs/transcribe-recording.ts";
import { listCalls } from "../calls/list-calls.ts";
import { listLiveCalls } from "../calls/list-live-calls.ts";
import { listPromisingCalls } from "../calls/list-promising-calls.ts";
import { noteVoiceTrouble } from "../calls/note-voice-trouble.ts";
import { recordTurn } from "../calls/record-turn.ts";
import { saidBefore } from "../calls/said-before.ts";
import { takeUpThinking } from "../calls/thinking.ts";
import { customerByPhone } from "../customers/customer-by-phone.ts";
import { getCustomerCard } from "../customers/get-card.ts";
import { addNumber, removeNumber } from "../customers/numbers.ts";
import { updateCustomer } from "../customers/update-customer.ts";
import { eventsAfter, lastEventId } from "../events/queries.ts";
import { archiveTask } from "../tasks/archive-task.ts";
import { createTask } from "../tasks/create-task.ts";
import { leaveMessage } from "../tasks/leave-message.ts";
import { getTask, listTasks } from "../tasks/list-tasks.ts";
import { updateTask } from "../tasks/update-task.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { type Sample, sampleOf, turnSaying } from "../testing/sample.ts";
import { listSessions, revokeSession } from "../users/sessions.ts";
import { forBusiness } from "./tenant.ts";

let database: TestDatabase;
let ours: TestBusiness;
let theirs: TestBusiness;
let hidden: Sample;
let before: unknown;
beforeAll(async () => {
  database = await testDatabase();
  ours = await testBusiness("שלנו");
  theirs = await testBusiness("שלהם");
  hidden = await sampleOf(theirs);
  await describeCall(null, { businessId: theirs.id, callId: hidden.callId }, AbortSignal.timeout(1000), 1);
  await editInsight(theirs.as("staff"), { callId: hidden.callId, score: 99 });
  await database.owner`insert into gather_answer (business_id, call_id, once_key, thinking_at)
    values (${theirs.id}, ${hidden.callId}, 'unanswered', now() - interval '1 minute')`;
  before = await everythingOfTheirs();
});
afterAll(() => database.drop());

const owner = () => ours.as("owner");
const calls = {
  ...{ enableCallsStream: true, enableRecordingFallback: false },
  ...{ turnSilenceMs: 600, openTurnSilenceMs: 1500, maxLiveCalls: 7 },
};
const NOT_FOUND = { code: "not_found" };

const asks: Record<string, () => Promise<unknown>> = {
  listCalls: async () => (await listCalls(owner(), {})).items,
  "listCalls, searched": async () => (await listCalls(owner(), { q: "פנטהאוז" })).items,
  "listCalls, by their number": async () => (await listCalls(owner(), { q: hidden.phone })).items,
  "listCalls, of their customer": async () => (await listCalls(owner(), { customerId: hidden.customerId })).items,
  listPromisingCalls: () => listPromisingCalls(owner(), new Date(0)),
  listLiveCalls: () => listLiveCalls(owner()),
  exportCalls: async () => rowsOf(exportCalls(owner(), {})),
  listPronunciations: () => listPronunciations(owner()),
  listTasks: async () => (await listTasks(owner(), {})).items,
  "listTasks, of their customer": async () => (await listTasks(owner(), { customerId: hidden.customerId })).items,
  listSessions: () => listSessions(owner(), hidden.sessionId),
  loadVoiceClips: async () => [...(await loadVoiceClips(ours.ctx, null, ["שלום"])).keys()],
  loadClipsOfAnyVoice: async () => [...(await loadClipsOfAnyVoice(ours.ctx, ["שלום"])).keys()],
  eventsAfter: async () =>
    (await eventsAfter(ours.ctx, 0, 100)).filter((one) => JSON.stringify(one).includes("callId")),
};

const reaches: Record<string, () => Promise<unknown>> = {
  getCall: () => getCall(owner(), hidden.callId),
  editInsight: () => editInsight(owner(), { callId: hidden.callId, summary: "אחר" }),
  getTask: () => getTask(owner(), hidden.taskId),
  updateTask: () => updateTask(owner(), { taskId: hidden.taskId, title: "אחרת", done: true }),
  archiveTask: () => archiveTask(owner(), hidden.taskId),
  "createTask, for their customer": () => createTask(owner(), { title: "משימה", customerId: hidden.customerId }),
  "leaveMessage, in their call": () =>
    leaveMessage(owner(), { callId: hidden.callId, customerId: undefined, title: "להחזיר", details: "" }),
  "createTask, for their call": () => createTask(owner(), { title: "משימה", callId: hidden.callId }),
  changePronunciation: () => changePronunciation(owner(), hidden.wordId, { written: "שלנו", spoken: "אחרת" }),
  removePronunciation: () => removePronunciation(owner(), hidden.wordId),
  getCustomerCard: () => getCustomerCard(owner(), hidden.customerId),
  updateCustomer: () => updateCustomer(owner(), { customerId: hidden.customerId, name: "אחר" }),
  addNumber: () => addNumber(owner(), { customerId: hidden.customerId, phone: "054-1110000" }),
  removeNumber: () => removeNumber(owner(), hidden.customerId, hidden.furtherPhone),
  revokeSession: () => revokeSession(owner(), hidden.sessionId),
};

describe("asked by another business", () => {
  it.each(Object.keys(asks))("%s: shows nothing", async (name) => {
    expect(await asks[name]?.()).toEqual([]);
  });

  it.each(Object.keys(reaches))("%s: not found", async (name) => {
    await expect(reaches[name]?.()).rejects.toMatchObject(NOT_FOUND);
  });

  it("the home page counts our own only", async () => {
    const home = await getHome(owner());
    expect(home).toMatchObject({ live: [], callsToday: 0, newCustomersToday: 0, openTasks: 0 });
    expect(await lastEventId(ours.ctx)).toBeLessThan(await lastEventId(theirs.ctx));
  });

  it("settings are our own, read and written", async () => {
    const { field, address, tone, instructions } = await getSettings(owner());
    await updatePersona(owner(), { name: "שם חדש", field, address, tone, instructions });
    await updateVoice(owner(), { greeting: "ברוכים הבאים", voice: null });
    await updateHours(owner(), { openingHours: { 0: [], 1: [], 2: [], 3: [], 4: [], 5: [], 6: [] } });
    await updateTransfer(owner(), { transferPhone: "03-6112233" });
    await updateCalls(owner(), calls);
    await updateMessages(owner(), { enableMessageAgent: false, replyDelaySeconds: 3 });
    await updateOrdering(owner(), { deliveryFee: 30 });
    await addPronunciation(owner(), { written: "פנטהאוז", spoken: "דירת גג" });
    await keepVoiceClip(ours.ctx, null, "שלום", new Uint8Array([9, 9]));
    await dropOtherClips(ours.ctx, null, ["שלום"]);
    expect((await loadVoiceClips(theirs.ctx, null, ["שלום"])).size).toBe(1);
    const [mine, yours] = await Promise.all([ours, theirs].map(({ ctx }) => spokenSentence(ctx, null, "שלום", 5000)));
    expect(mine?.url).not.toBe(yours?.url);
    expect(await getSettings(owner())).toMatchObject({ name: "שם חדש", transferPhone: "+97236112233" });
    expect((await getVoiceSettings(ours.ctx)).greeting).toBe("ברוכים הבאים");
    expect(await getSettings(theirs.as("owner"))).toMatchObject({ name: "שלהם", transferPhone: null });
    expect(await getSettings(theirs.as("owner"))).toMatchObject({
      ...{ maxLiveCalls: 20, deliveryFee: null, enableMessageAgent: true, replyDelaySeconds: 1.5 },
    });
    expect((await getVoiceSettings(theirs.ctx)).greeting).toContain("שלהם");
    expect((await getVoiceSettings(theirs.ctx)).lexicon).toEqual([
      { written: expect.stringContaining("פנטהאוז"), spoken: "פֶּנְטְהָאוּז" },
    ]);
  });

  it("their number may be a customer's of ours as well", async () => {
    const { id } = await forBusiness(ours.ctx, (tx) => customerByPhone(tx, ours.ctx, "+972541111113"));
    expect(await addNumber(owner(), { customerId: id, phone: hidden.phone })).toMatchObject({ phones: [hidden.phone] });
  });

  it("an answer of theirs is not told", async () => {
    expect(await keptGatheredAnswer(theirs.ctx, hidden.callId, "sample")).toMatchObject({ kind: "answer" });
    expect(await keptGatheredAnswer(ours.ctx, hidden.callId, "sample")).toBeNull();
  });

  it("what was said in their call is not told, and it cannot be thought about once more", async () => {
    expect(await saidBefore(theirs.ctx, hidden.callId, 100)).not.toEqual([]);
    expect(await saidBefore(ours.ctx, hidden.callId, 100)).toEqual([]);
    await expect(reopenGatheredTurn(ours.ctx, hidden.callId, "sample")).rejects.toThrow("is gone");
    expect(await takeUpThinking(ours.ctx, hidden.callId, "unanswered")).toBe(false);
  });

  it("a turn cannot be put into their call, nor their turn overwritten", async () => {
    await noteVoiceTrouble(ours.ctx, hidden.callId, withoutStream.unheard);
    await expect(recordTurn(ours.ctx, hidden.callId, turnSaying("שלנו"))).rejects.toThrow();
    await expect(recordTurn(ours.ctx, hidden.callId, turnSaying("שלנו", { index: 7 }))).rejects.toThrow();
  });

  it("their stream is not closed, and a token of ours does not open it", async () => {
    await closeStream(ours.ctx, { callId: hidden.callId, stream: 1 }, { kind: "agent_said_goodbye", detail: null });
    expect(await claimStream({ callSid: hidden.callSid, token: "x".repeat(32) })).toBeNull();
  });

  it("a job of ours about their call does nothing", async () => {
    const never = () => Promise.reject(new Error("nothing is to be done"));
    const telephony = {
      name: "none",
      hangUp: never,
      transfer: never,
      downloadRecording: never,
      deleteRecording: never,
    };
    const job = { businessId: ours.id, callId: hidden.callId };
    await describeCall(null, job, AbortSignal.timeout(1000), 1);
    await transcribeRecording({ telephony, transcriber: null }, job, AbortSignal.timeout(1000));
  });

  it("and after all of it, everything of theirs is as it was", async () => {
    expect(await everythingOfTheirs()).toEqual(before);
  });
});

/** So that a verb that is added is also asked here. */
it("no verb has been forgotten", () => {
  const self = readFileSync(import.meta.filename, "utf8");
  // Verbs that find their business by a CallSid, a number or an address of mail, have none yet, or read no row of it.
  const elsewhere =
    /^(openCall|advanceCall|keepRecording|decideAfterStream|settleDial|createBusiness|addStaff|logIn|forgotPassword|resetPassword|listVoices|previewVoice|tellPresence)$/;
  const verbs = ["analytics", "businesses", "calls", "customers", "events", "tasks", "users"]
    .flatMap((folder) => readdirSync(`lib/${folder}`).map((file) => `lib/${folder}/${file}`))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/export (?:async )?function\*? (\w+)\(\s*ctx: Context/g),
    ])
    .map(([, name]) => name ?? "");
  expect(verbs.length).toBeGreaterThan(12);
  expect(verbs.filter((name) => !self.includes(`${name}(`) && !elsewhere.test(name))).toEqual([]);
});

async function rowsOf(file: AsyncGenerator<string>): Promise<string[]> {
  let text = "";
  for await (const piece of file) text += piece;
  return text.split("\r\n").slice(1, -1);
}

async function everythingOfTheirs() {
  const tables = [
    "call",
    "turn",
    "task",
    "customer",
    "customer_number",
    "session",
    "event",
    "audit_entry",
    "stream_token",
    "gather_answer",
    "voice_clip",
    "pronunciation",
  ];
  return Promise.all(
    tables.map(
      (table) =>
        database.owner`select * from ${database.owner(table)} where business_id = ${theirs.id} order by 1, 2, 3`,
    ),
  );
}
