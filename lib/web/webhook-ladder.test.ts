/** The ladder, rung by rung, as the phone network climbs down it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as callStatus } from "../../app/webhook/call_status/route.ts";
import { POST as dialResult } from "../../app/webhook/dial_result/route.ts";
import { POST as handleRecording } from "../../app/webhook/handle_recording/route.ts";
import { POST as handleSpeech } from "../../app/webhook/handle_speech/route.ts";
import { POST as incomingCall } from "../../app/webhook/incoming_call/route.ts";
import { POST as streamEnded } from "../../app/webhook/stream_ended/route.ts";
import { POST as voiceFallback } from "../../app/webhook/voice_fallback/route.ts";
import { claimStream } from "../calls/claim-stream.ts";
import { closeStream } from "../calls/close-stream.ts";
import { getCall } from "../calls/get-call.ts";
import { recordTurn } from "../calls/record-turn.ts";
import { turnAway } from "../calls/turn-away.ts";
import { log } from "../log.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { newCallSid, ringing, turnSaying } from "../testing/sample.ts";
import { afterWords } from "./testing/after-words.ts";
import { postSigned } from "./testing/signed.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
});
afterAll(() => database.drop());

const ended = (CallSid: string, failures = 0) =>
  postSigned(streamEnded, `/webhook/stream_ended${failures > 0 ? `?failures=${failures}` : ""}`, { CallSid });
const said = async (CallSid: string, SpeechResult: string, onceKey?: string) =>
  afterWords(
    CallSid,
    await postSigned(
      handleSpeech,
      "/webhook/handle_speech",
      { CallSid, SpeechResult, Confidence: "0.8" },
      once(onceKey),
    ),
  );
const fallback = (CallSid: string, { To = business.number, askedAt = "handle_speech" } = {}) =>
  postSigned(voiceFallback, "/webhook/voice_fallback", {
    ...{ CallSid, From: "+972521234567", To },
    ...{ ErrorCode: "11205", ErrorUrl: `http://localhost:3999/webhook/${askedAt}` },
  });
const unheard = (CallSid: string, onceKey?: string) =>
  postSigned(handleSpeech, "/webhook/handle_speech", { CallSid }, once(onceKey));
const pressed = async (CallSid: string, Digits: string) =>
  afterWords(CallSid, await postSigned(handleSpeech, "/webhook/handle_speech", { CallSid, Digits }));
const once = (onceKey?: string) => (onceKey === undefined ? {} : { onceKey });

const rowOf = async (callSid: string) => (await database.owner`select * from call where call_sid = ${callSid}`)[0];
/** What the staff are told of it. */
const seenOf = async (callId: string) => {
  const { streamFailures, streamCuts, rung } = await getCall(business.ctx, callId);
  return { streamFailures, streamCuts, rung };
};
const tasksOf = (callId: string) => database.owner`select title, details from task where call_id = ${callId}`;
const turnsOf = async (callId: string) =>
  (await database.owner`select speaker, text from turn where call_id = ${callId} order by index`).map(
    ({ speaker, text }) => `${speaker}: ${text}`,
  );
const tokenIn = (text: string) => /call_token" value="([\w-]+)"/.exec(text)?.[1] ?? "";
const GATHER =
  /<Gather input="speech dtmf" language="he-IL" speechTimeout="auto" timeout="5" action="http:\/\/localhost:3999\/webhook\/handle_speech" method="POST"><Say language="he-IL"[^>]*>([^<]+)<\/Say><\/Gather><Redirect method="POST">http:\/\/localhost:3999\/webhook\/handle_speech<\/Redirect>/;

/** A call on the Gather rung, as one that may not stream begins. */
async function gathering(settings: { transfer?: string } = {}): Promise<{ callSid: string; callId: string }> {
  const CallSid = newCallSid();
  await database.owner`update business set enable_calls_stream = false, transfer_phone = ${settings.transfer ?? null} where id = ${business.id}`;
  const { text } = await postSigned(incomingCall, "/webhook/incoming_call", {
    CallSid,
    From: "+972521234567",
    To: business.number,
  });
  expect(text).toMatch(GATHER);
  return { callSid: CallSid, callId: (await rowOf(CallSid))?.id };
}

describe("a stream that fails", () => {
  it("is taken up once, with all that was said, however often and in parallel the network asks", async () => {
    const { callSid, callId, callToken } = await ringing(business);
    await claimStream({ callSid, token: callToken });
    await recordTurn(business.ctx, callId, turnSaying("דירה בחיפה"));
    await closeStream(business.ctx, { callId, stream: 1 }, { kind: "stream_failed", detail: "line_broke" });
    const answers = [await ended(callSid), ...(await Promise.all([ended(callSid), ended(callSid), ended(callSid)]))];
    for (const { text } of answers)
      expect(text).toContain('<Connect action="http://localhost:3999/webhook/stream_ended?failures=1"');
    expect(await seenOf(callId)).toEqual({ streamFailures: 1, streamCuts: ["line_broke"], rung: "stream" });
    const claimed = await claimStream({ callSid, token: tokenIn(answers[2]?.text ?? "") });
    expect(claimed).toMatchObject({ opening: "reconnected", history: [{ text: "דירה בחיפה" }] });
    // Between them is room for the last words of the stream that failed.
    expect(claimed?.nextTurnIndex).toBeGreaterThan(2);
    expect(await tasksOf(callId)).toHaveLength(0);
  });

  it("before anybody was greeted begins again with the greeting", async () => {
    const { callSid } = await ringing(business);
    const { text } = await ended(callSid);
    expect(await claimStream({ callSid, token: tokenIn(text) })).toMatchObject({ opening: "greeting" });
  });

  it.each([
    ["that was opened", true],
    ["that never opened", false],
  ])("a second time, %s, goes on turn by turn; asked again, with the same sentence", async (_how, opened) => {
    const { callSid, callId, callToken } = await ringing(business);
    await claimStream({ callSid, token: callToken });
    await recordTurn(business.ctx, callId, turnSaying("שלום", { speaker: "agent" }));
    const { text } = await ended(callSid);
    if (opened) await claimStream({ callSid, token: tokenIn(text) });
    const answers = await Promise.all([ended(callSid, 1), ended(callSid, 1), ended(callSid, 1)]);
    for (const answer of answers) expect(GATHER.exec(answer.text)?.[1]).toContain("הקו לא יציב");
    expect(await rowOf(callSid)).toMatchObject({ stream_failures: 2, rung: "gather", ending: null });
    expect(await turnsOf(callId)).toEqual(["agent: שלום", expect.stringContaining("הקו לא יציב")]);
    // Whoever died over the stream has not said why it broke.
    const streamCuts = opened ? ["unknown", "unknown"] : ["unknown"];
    expect(await seenOf(callId)).toEqual({ streamFailures: streamCuts.length, streamCuts, rung: "gather" });
    expect(await claimStream({ callSid, token: tokenIn(text) })).toBeNull();
  });

  it("in a way that would last goes on turn by turn at once, and the staff read what was said then", async () => {
    const { callSid, callId, callToken } = await ringing(business);
    await claimStream({ callSid, token: callToken });
    await recordTurn(business.ctx, callId, turnSaying("סליחה, יש לי רגע תקלה", { speaker: "agent" }));
    await closeStream(
      business.ctx,
      { callId, stream: 1 },
      { kind: "stream_failed", detail: "no_voice", lasting: true },
    );
    for (const { text } of [await ended(callSid), await ended(callSid)])
      expect(GATHER.exec(text)?.[1]).toContain("הקו לא יציב");
    expect(await turnsOf(callId)).toEqual(["agent: סליחה, יש לי רגע תקלה", expect.stringContaining("הקו לא יציב")]);
    expect(await rowOf(callSid)).toMatchObject({ rung: "gather", ending: null });
    // There was one stream, which broke once.
    expect(await seenOf(callId)).toEqual({ streamFailures: 1, streamCuts: ["no_voice"], rung: "gather" });
  });

  it("twice tells the staff why each time; a word that makes no sense is none", async () => {
    const { callSid, callId, callToken } = await ringing(business);
    await claimStream({ callSid, token: callToken });
    await closeStream(business.ctx, { callId, stream: 1 }, { kind: "stream_failed", detail: "of an older process" });
    await claimStream({ callSid, token: tokenIn((await ended(callSid)).text) });
    await closeStream(business.ctx, { callId, stream: 2 }, { kind: "stream_failed", detail: "server_stopped" });
    await ended(callSid, 1);
    expect((await seenOf(callId)).streamCuts).toEqual(["unknown", "server_stopped"]);
  });

  it("is not taken for a second failure when the network tells it again while the next stream talks", async () => {
    const { callSid, callId, callToken } = await ringing(business);
    await claimStream({ callSid, token: callToken });
    await recordTurn(business.ctx, callId, turnSaying("דירה בחיפה"));
    await closeStream(business.ctx, { callId, stream: 1 }, { kind: "stream_failed", detail: "line_broke" });
    await claimStream({ callSid, token: tokenIn((await ended(callSid)).text) });
    await ended(callSid);
    expect(await seenOf(callId)).toEqual({ streamFailures: 1, streamCuts: ["line_broke"], rung: "stream" });
    await closeStream(business.ctx, { callId, stream: 2 }, { kind: "agent_said_goodbye", detail: null });
    expect((await ended(callSid, 1)).text).toContain("<Response><Hangup/></Response>");
    expect((await rowOf(callSid))?.ending).toBe("agent_said_goodbye");
  });

  it.each([
    ["the next one talks", true],
    ["the next one is opened", false],
  ])("and says so late, when %s, changes nothing of it, but the staff learn why", async (_when, talks) => {
    const { callSid, callId, callToken } = await ringing(business);
    await claimStream({ callSid, token: callToken });
    const next = tokenIn((await ended(callSid)).text);
    const late = () =>
      closeStream(business.ctx, { callId, stream: 1 }, { kind: "stream_failed", detail: "no_voice", lasting: true });
    if (!talks) {
      await late();
      expect((await ended(callSid)).text).toContain("<Connect");
    }
    await claimStream({ callSid, token: next });
    if (talks) await late();
    expect(await rowOf(callSid)).toMatchObject({ ending: null, stream_failures: 1, stream_cuts: ["no_voice"] });
    await closeStream(business.ctx, { callId, stream: 2 }, { kind: "agent_said_goodbye", detail: null });
    expect((await rowOf(callSid))?.ending).toBe("agent_said_goodbye");
  });

  it("and a caller who leaves meanwhile is rung back", async () => {
    const { callSid, callId } = await ringing(business, { from: "+972521234567" });
    await ended(callSid);
    await postSigned(callStatus, "/webhook/call_status", { CallSid: callSid, CallStatus: "completed" });
    expect(await tasksOf(callId)).toMatchObject([{ title: "להתקשר אל 052-123-4567: השיחה נקטעה" }]);
    expect((await ended(callSid, 1)).text).toContain("<Response><Hangup/></Response>");
  });

  it("for want of room is not tried again: the caller is greeted and listened to", async () => {
    const { callSid, callId, callToken } = await ringing(business);
    await turnAway({ callSid, token: "foreign" });
    expect((await rowOf(callSid))?.rung).toBe("stream");
    await turnAway({ callSid, token: callToken });
    for (const { text } of [await ended(callSid), await ended(callSid)])
      expect(GATHER.exec(text)?.[1]).toContain("שלום, הגעתם");
    expect(await seenOf(callId)).toEqual({ streamFailures: 0, streamCuts: [], rung: "gather" });
  });
});

describe("a webhook that comes late", () => {
  it("about the ringing of a call that is over changes nothing of it", async () => {
    const form = { CallSid: newCallSid(), From: "+972521238888", To: business.number };
    const RecordingUrl = "https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/RE1";
    await postSigned(handleRecording, "/webhook/handle_recording", { RecordingSid: "RE1", RecordingUrl, ...form });
    await postSigned(callStatus, "/webhook/call_status", { CallSid: form.CallSid, CallStatus: "completed" });
    const before = await rowOf(form.CallSid);
    const { text } = await postSigned(incomingCall, "/webhook/incoming_call", form);
    expect(text).toContain("<Hangup/>");
    expect(await rowOf(form.CallSid)).toEqual(before);
  });

  it("about a transfer that nobody answered does not undo the goodbye after it", async () => {
    const { callSid, callId, callToken } = await ringing(business);
    await claimStream({ callSid, token: callToken });
    await closeStream(business.ctx, { callId, stream: 1 }, { kind: "transferred", detail: "+972501112233" });
    const unanswered = () =>
      postSigned(dialResult, "/webhook/dial_result", { CallSid: callSid, DialCallStatus: "no-answer" });
    await claimStream({ callSid, token: tokenIn((await unanswered()).text) });
    await closeStream(business.ctx, { callId, stream: 2 }, { kind: "agent_said_goodbye", detail: null });
    await unanswered();
    expect((await rowOf(callSid))?.ending).toBe("agent_said_goodbye");
    expect((await ended(callSid)).text).toContain("<Response><Hangup/></Response>");
  });
});

describe("a business", () => {
  it("with as many live calls as it may have greets the next caller turn by turn; a call known already stays", async () => {
    await database.owner`update business set max_live_calls = 2 where id = ${business.id}`;
    const first = await ringing(business);
    const second = await ringing(business);
    await claimStream({ callSid: first.callSid, token: first.callToken });
    await claimStream({ callSid: second.callSid, token: second.callToken });
    const form = { CallSid: newCallSid(), From: "+972521230000", To: business.number };
    expect((await postSigned(incomingCall, "/webhook/incoming_call", form)).text).toMatch(GATHER);
    expect((await ringing(business, { callSid: first.callSid, from: first.phone })).callId).toBe(first.callId);
    for (const { callId } of [first, second])
      await closeStream(business.ctx, { callId, stream: 1 }, { kind: "agent_said_goodbye", detail: null });
    await ringing(business);
  });
});

describe("calls that ring at the same moment", () => {
  it("take no more places than the business has; the others go on turn by turn", async () => {
    await database.owner`update business set max_live_calls = 2 where id = ${business.id}`;
    const told = vi.spyOn(log(), "warn");
    const calls = await Promise.all(Array.from({ length: 6 }, () => ringing(business)));
    const claimed = await Promise.all(
      calls.map(({ callSid, callToken }) => claimStream({ callSid, token: callToken })),
    );
    expect(claimed.filter((claim) => claim !== null)).toHaveLength(2);
    // A slow moment of the database is told of, too.
    const reasons = told.mock.calls.map(([, why]) => why).filter((why) => why?.includes("stream"));
    expect(reasons).toEqual(Array(4).fill("no room for another stream of this business"));
    told.mockRestore();
    for (const [at, { callSid }] of calls.entries())
      if (claimed[at] === null) expect((await ended(callSid)).text).toMatch(GATHER);
  });
});

describe("a gathered turn", () => {
  it("is kept with what was answered, by the brain that needs no model, to a message and a goodbye", async () => {
    const { callSid, callId } = await gathering();
    expect(GATHER.exec((await said(callSid, "אני מחפש דירה בחולון")).text)?.[1]).toContain("מה השם");
    const { text } = await said(callSid, "דנה לוי");
    expect(text).toMatch(/<Say[^>]*>תודה דנה לוי[^<]*להתראות\.<\/Say><Hangup\/>/);
    expect(await tasksOf(callId)).toMatchObject([{ title: "להחזיר טלפון לדנה לוי" }]);
    expect((await turnsOf(callId)).map((turn) => turn.slice(0, 22))).toEqual([
      "agent: שלום, הגעתם אל ",
      "caller: אני מחפש דירה ",
      "agent: נרשום הודעה ויח",
      "caller: דנה לוי",
      "agent: תודה דנה לוי, ה",
    ]);
    expect(await rowOf(callSid)).toMatchObject({ ending: "agent_said_goodbye", turn_count: 5 });
  });

  it("sent again, also in parallel, is answered the same and done once", async () => {
    const { callSid, callId } = await gathering();
    await said(callSid, "אני מחפש דירה בחולון", "a");
    const answers = await Promise.all([1, 2, 3].map(() => said(callSid, "דנה לוי", "b")));
    answers.push(await said(callSid, "דנה לוי", "b"));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await tasksOf(callId)).toHaveLength(1);
    expect(await turnsOf(callId)).toHaveLength(5);
  });

  it("without a word is asked again once; then a message is recorded, and the task is there at once", async () => {
    const { callSid, callId } = await gathering();
    for (const { text } of [await unheard(callSid, "a"), await unheard(callSid, "a")])
      expect(GATHER.exec(text)?.[1]).toContain("לא שמענו");
    const { text } = await unheard(callSid, "b");
    expect(text).toContain('<Record action="http://localhost:3999/webhook/handle_recording"');
    expect(await rowOf(callSid)).toMatchObject({ rung: "record", ending: "caller_silent", unheard_gathers: 2 });
    expect(await tasksOf(callId)).toMatchObject([{ title: "להתקשר אל 052-123-4567: השיחה נקטעה" }]);
  });

  it("without a word, where nothing is recorded: an apology, and the task", async () => {
    const { callSid, callId } = await gathering();
    await database.owner`update business set enable_recording_fallback = false where id = ${business.id}`;
    await unheard(callSid);
    const { text } = await unheard(callSid);
    expect(text).not.toContain("<Record");
    expect(text).toContain("<Hangup/>");
    expect(await tasksOf(callId)).toHaveLength(1);
  });

  it("that is heard after one that was not counts anew", async () => {
    const { callSid } = await gathering();
    await unheard(callSid);
    await said(callSid, "שלום");
    expect((await unheard(callSid)).text).toMatch(GATHER);
  });

  it("that may be an invention stays in the record as unclear and is asked again; noise was never said", async () => {
    const { callSid, callId } = await gathering();
    const [doubtful, noise] = ["תודה שצפיתם", "[מוזיקה]"] as const;
    expect((await said(callSid, doubtful)).text).toMatch(GATHER);
    const kept = await database.owner`
      select text, confidence from turn where call_id = ${callId} and speaker = 'caller'`;
    expect(kept).toEqual([{ text: doubtful, confidence: 0 }]);
    expect(await rowOf(callSid)).toMatchObject({ unheard_gathers: 1 });
    const heard = { CallSid: callSid, SpeechResult: noise, Confidence: "0.2" };
    await postSigned(handleSpeech, "/webhook/handle_speech", heard);
    expect(await rowOf(callSid)).toMatchObject({ unheard_gathers: 2 });
    expect((await turnsOf(callId)).join()).not.toContain(noise);
  });

  it("by the key 0 asks for a person: rung, and back on the same rung when nobody answers", async () => {
    const { callSid, callId } = await gathering({ transfer: "+972501112233" });
    const { text } = await pressed(callSid, "0");
    expect(text).toMatch(
      /<Say[^>]*>[^<]*נציג[^<]*<\/Say><Dial [^>]*action="http:\/\/localhost:3999\/webhook\/dial_result"[^>]*><Number>\+972501112233/,
    );
    expect(await rowOf(callSid)).toMatchObject({ ending: "transferred", ending_detail: "+972501112233" });
    const dialled = () =>
      postSigned(dialResult, "/webhook/dial_result", { CallSid: callSid, DialCallStatus: "no-answer" });
    for (const answer of [await dialled(), await dialled()])
      expect(GATHER.exec(answer.text)?.[1]).toContain("אף אחד לא פנוי");
    expect(await turnsOf(callId)).toHaveLength(4);
    expect((await rowOf(callSid))?.ending).toBeNull();
  });

  it("by the key 0 where nobody can be rung becomes a message", async () => {
    const { callSid } = await gathering();
    expect(GATHER.exec((await pressed(callSid, "0")).text)?.[1]).toContain("נרשום הודעה");
  });

  it("of a call that is over, or nobody's: nothing more", async () => {
    const { callSid, callId } = await gathering();
    await postSigned(callStatus, "/webhook/call_status", { CallSid: callSid, CallStatus: "completed" });
    expect((await rowOf(callSid))?.ending).toBe("caller_hung_up");
    for (const sid of [callSid, newCallSid()])
      expect((await said(sid, "שלום")).text).toContain("<Response><Hangup/></Response>");
    expect(await turnsOf(callId)).toHaveLength(1);
  });
});

describe("a message of a call that came while our database was away", () => {
  const url = "https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/RE1";
  const recorded = (form: Record<string, string>) =>
    postSigned(handleRecording, "/webhook/handle_recording", { RecordingSid: "RE1", RecordingUrl: url, ...form });

  it("is filed with its call, when the edge brings both again in their order", async () => {
    const form = { CallSid: newCallSid(), From: "+972521238888", To: business.number };
    await postSigned(incomingCall, "/webhook/incoming_call", form);
    await recorded(form);
    await postSigned(callStatus, "/webhook/call_status", { CallSid: form.CallSid, CallStatus: "completed" });
    const row = await rowOf(form.CallSid);
    expect(row).toMatchObject({ rung: "record", ending: "message_taken", status: "completed" });
    expect(await tasksOf(row?.id)).toMatchObject([{ title: "להתקשר אל 052-123-8888: השאירו הודעה" }]);
  });

  it("and of which nothing else is known is filed by its numbers, once: a call, its customer, a task and the job", async () => {
    const CallSid = newCallSid();
    const form = { CallSid, From: "+972521239999", To: business.number };
    await Promise.all([recorded(form), recorded(form), recorded({ CallSid })]);
    const row = await rowOf(CallSid);
    expect(row).toMatchObject({ from_number: "+972521239999", ending: "message_taken", recording_sid: "RE1" });
    expect(row?.customer_id).not.toBeNull();
    expect(await tasksOf(row?.id)).toMatchObject([{ title: "להתקשר אל 052-123-9999: השאירו הודעה" }]);
    const jobs =
      await database.owner`select 1 from graphile_worker._private_jobs where payload->>'callId' = ${row?.id}`;
    expect(jobs).toHaveLength(1);
  });
});

describe("an answer of ours that never came to the network", () => {
  it("is asked for again: the conversation goes on with what was said last", async () => {
    const { callSid, callId } = await gathering();
    const [greeted] = await turnsOf(callId);
    const { status, text } = await fallback(callSid);
    expect(status).toBe(200);
    expect(text).toMatch(GATHER);
    expect(text).toContain(greeted?.replace("agent: ", ""));
    expect(await turnsOf(callId)).toEqual([greeted]);
  });

  it("about a call that was never kept begins the call", async () => {
    const CallSid = newCallSid();
    const { text } = await fallback(CallSid);
    expect(tokenIn(text)).not.toBe("");
    expect(await rowOf(CallSid)).toMatchObject({ status: "ringing", from_number: "+972521234567" });
    expect((await fallback(newCallSid(), { To: "+97231111111" })).text).toContain("<Hangup/>");
  });

  it("about a call that is over hangs up", async () => {
    const { callSid } = await gathering();
    await postSigned(callStatus, "/webhook/call_status", { CallSid: callSid, CallStatus: "completed" });
    expect((await fallback(callSid)).text).toContain("<Hangup/>");
  });
});
