/** The webhooks of a call, as the phone network calls them. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { POST as callStatus } from "../../app/webhook/call_status/route.ts";
import { POST as dialResult } from "../../app/webhook/dial_result/route.ts";
import { POST as handleRecording } from "../../app/webhook/handle_recording/route.ts";
import { POST as incomingCall } from "../../app/webhook/incoming_call/route.ts";
import { POST as streamEnded } from "../../app/webhook/stream_ended/route.ts";
import { claimStream } from "../calls/claim-stream.ts";
import { closeStream } from "../calls/close-stream.ts";
import type { CallEnding } from "../calls/schemas/ending.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { newCallSid, ringing } from "../testing/sample.ts";
import { postSigned, type Sending } from "./testing/signed.ts";
import { twilioWebhook, twiml } from "./webhook.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const incoming = (form: Record<string, string> = {}, sending?: Sending) =>
  postSigned(
    incomingCall,
    "/webhook/incoming_call",
    { CallSid: newCallSid(), From: "+972521112233", To: business.number, CallStatus: "ringing", ...form },
    sending,
  );
const callRow = async (callSid: string) => (await database.owner`select * from call where call_sid = ${callSid}`)[0];
const tasksOf = (callId: string) => database.owner`select title, details from task where call_id = ${callId}`;
const HANG_UP = '<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>';

describe("a signature", () => {
  it("that is missing, wrong or another form's is refused, and nothing is kept", async () => {
    const callSid = newCallSid();
    const other = await signatureOf({ CallSid: callSid });
    for (const signature of [null, "", "nonsense", "a".repeat(28), other]) {
      const { status } = await incoming({ CallSid: callSid }, { signature, from: "203.0.113.77" });
      expect(status).toBe(403);
    }
    const changed = await incoming(
      { CallSid: callSid },
      { body: `CallSid=${callSid}&To=%2B97236000000`, from: "203.0.113.77" },
    );
    expect(changed.status).toBe(403);
    expect(await callRow(callSid)).toBeUndefined();
  });

  it("that is right, sent again, gives the same call: no second one", async () => {
    const form = { CallSid: newCallSid(), From: "+972521119999" };
    const answers = await Promise.all(Array.from({ length: 5 }, () => incoming(form)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await database.owner`select id from call where from_number = '+972521119999'`).toHaveLength(1);
    expect(await database.owner`select id from customer where phone = '+972521119999'`).toHaveLength(1);
  });

  it("that is wrong 31 times a minute from one address is 429, for statuses 61 times", { retry: 1 }, async () => {
    const from = `203.0.113.${randomBytes(3).toString("hex")}`;
    const bad = { signature: "wrong", from };
    for (let n = 0; n < 30; n++) expect((await incoming({}, bad)).status).toBe(403);
    const refused = await incoming({}, bad);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(JSON.parse(refused.text)).toMatchObject({ error: { code: "rate_limited", request_id: "req-9" } });
    expect((await incoming({}, { from })).status).toBe(200); // a genuine one is never dropped
    for (let n = 0; n < 60; n++)
      expect((await postSigned(callStatus, "/webhook/call_status", {}, bad)).status).toBe(403);
    expect((await postSigned(callStatus, "/webhook/call_status", {}, bad)).status).toBe(429);
  });

  it("does not help a form of 1 MB", async () => {
    const { status, text } = await incoming({ Extra: "x".repeat(1_000_000) });
    expect(status).toBe(413);
    expect(JSON.parse(text).error.code).toBe("too_large");
  });
});

describe("a phone rings", () => {
  it("and is connected to the agent, exactly as agreed", async () => {
    const { status, type, text } = await incoming();
    expect(status).toBe(200);
    expect(type).toBe("text/xml; charset=utf-8");
    expect(text.replace(/(name="call_token" value=")[\w-]{32}"/, '$1…"')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response>' +
        '<Connect action="http://localhost:3999/webhook/stream_ended" method="POST">' +
        '<Stream url="ws://localhost:3999/ws/twilio-media">' +
        `<Parameter name="business_id" value="${business.id}"/><Parameter name="call_token" value="…"/>` +
        "</Stream></Connect></Response>",
    );
  });

  it("at a number that is nobody's: a word, and the end", async () => {
    const { status, text } = await incoming({ To: "+97239999999" });
    expect(status).toBe(200);
    expect(text).toMatch(/<Say language="he-IL"[^>]*>[^<]*אינו פעיל[^<]*<\/Say><Hangup\/>/);
  });

  it.each(["anonymous", "", "+266696687", "Restricted"])("from %j: is answered all the same", async (from) => {
    const callSid = newCallSid();
    expect((await incoming({ CallSid: callSid, From: from })).text).toContain("<Stream");
    expect((await callRow(callSid))?.status).toBe("ringing");
  });

  it("and something breaks: a message can be left, and the edge hears that nothing was kept", async () => {
    const broken = twilioWebhook({
      form: z.object({}),
      unsignedPerMinute: 30,
      whenDown: () => twiml("<Response><Record/></Response>"),
      handle: () => Promise.reject(new Error("boom")),
    });
    const { status, text, headers } = await postSigned(broken, "/webhook/incoming_call", {});
    expect([status, text]).toEqual([200, "<Response><Record/></Response>"]);
    expect(headers.get("x-webhook-kept")).toBe("no");
    const formless = await postSigned(incomingCall, "/webhook/incoming_call", { Nothing: "here" });
    expect(formless.status).toBe(200);
    expect(formless.text).toContain("<Record");
    expect(formless.headers.get("x-webhook-kept")).toBeNull(); // it would never be understood
  });
});

describe("the stream has ended", () => {
  const ended = (CallSid: string) => postSigned(streamEnded, "/webhook/stream_ended", { CallSid });

  it.each(["caller_hung_up", "agent_said_goodbye", "caller_silent", "transferred", "message_taken"] as const)(
    "after %s: the call is over",
    async (kind: CallEnding) => {
      const { callSid, callId } = await ringing(business);
      await closeStream(business.ctx, { callId, stream: 0 }, { kind, detail: null });
      expect((await ended(callSid)).text).toBe(HANG_UP);
      expect(await tasksOf(callId)).toHaveLength(0);
    },
  );

  it("of a call that is over, or nobody's: nothing more", async () => {
    const { callSid, callId } = await ringing(business);
    await database.owner`update call set ended_at = now() where id = ${callId}`;
    expect((await ended(callSid)).text).toBe(HANG_UP);
    expect((await ended(newCallSid())).text).toBe(HANG_UP);
    expect(await tasksOf(callId)).toHaveLength(0);
  });
});

describe("a message was recorded", () => {
  const url = "https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/RE1";
  const recorded = (CallSid: string, RecordingSid = "RE1") =>
    postSigned(handleRecording, "/webhook/handle_recording", { CallSid, RecordingSid, RecordingUrl: url });

  it("is kept once, with one job and one task, however often it is told", async () => {
    const { callSid, callId } = await ringing(business, { from: "+972521234568" });
    const answers = await Promise.all([recorded(callSid), recorded(callSid), recorded(callSid)]);
    for (const { text } of answers) expect(text).toMatch(/ההודעה נשמרה.*<Hangup\/>/);
    expect(await callRow(callSid)).toMatchObject({ recording_sid: "RE1", recording_url: url, ending: "message_taken" });
    const jobs =
      await database.owner`select payload from graphile_worker._private_jobs where payload->>'callId' = ${callId}`;
    expect(jobs).toHaveLength(1);
    expect(await tasksOf(callId)).toMatchObject([{ title: "להתקשר אל 052-123-4568: השאירו הודעה" }]);
  });

  it("of a call that nobody knows and no number tells of, or without an address: thanks, and nothing is kept", async () => {
    expect((await recorded(newCallSid())).status).toBe(200);
    const { callSid } = await ringing(business);
    const { status } = await postSigned(handleRecording, "/webhook/handle_recording", { CallSid: callSid });
    expect(status).toBe(200);
    expect((await callRow(callSid))?.recording_sid).toBeNull();
  });
});

describe("a caller whose number makes no sense", () => {
  it("is answered like one who withholds it", async () => {
    for (const From of ["x".repeat(200), "+9725\0", "anonymous"]) {
      const callSid = newCallSid();
      expect((await incoming({ CallSid: callSid, From })).text).toContain("<Stream");
      expect(await callRow(callSid)).toMatchObject({ from_number: null, customer_id: null });
    }
  });
});

describe("statuses", () => {
  const status = (CallSid: string, CallStatus: string, more: Record<string, string> = {}) =>
    postSigned(callStatus, "/webhook/call_status", { CallSid, CallStatus, ...more });

  it("end the call also when its duration makes no sense", async () => {
    for (const CallDuration of ["-5", "99999999999", "soon"]) {
      const { callSid } = await ringing(business);
      expect((await status(callSid, "completed", { CallDuration })).status).toBe(204);
      expect(await callRow(callSid)).toMatchObject({ status: "completed", duration_s: 0 });
    }
  });

  it("of a call with an impossible name are not kept to be tried again", async () => {
    const { status: code, headers } = await status("CA\0", "completed");
    expect([code, headers.get("x-webhook-kept")]).toEqual([204, null]);
  });

  it("out of order, repeated and strange, leave the call where it was furthest", async () => {
    const { callSid } = await ringing(business);
    const order = ["completed", "ringing", "in-progress", "queued", "completed", "busy", "a-new-word"];
    for (const one of order) expect((await status(callSid, one, { CallDuration: "17" })).status).toBe(204);
    expect(await callRow(callSid)).toMatchObject({ status: "completed", duration_s: 17 });
    expect((await callRow(callSid))?.ended_at).not.toBeNull();
  });

  it("of a call that nobody knows: nothing", async () => {
    expect((await status(newCallSid(), "completed")).status).toBe(204);
  });
});

describe("a transfer is over", () => {
  const dialled = (CallSid: string, DialCallStatus: string) =>
    postSigned(dialResult, "/webhook/dial_result", { CallSid, DialCallStatus });

  it("connected: the call is over", async () => {
    const { callSid, callId } = await ringing(business);
    await closeStream(business.ctx, { callId, stream: 0 }, { kind: "transferred", detail: "+972521112233" });
    for (const word of ["completed", "answered"]) expect((await dialled(callSid, word)).text).toBe(HANG_UP);
    expect((await callRow(callSid))?.ending).toBe("transferred");
  });

  it.each(["no-answer", "busy", "failed", "canceled"])(
    "%s: the caller comes back to the agent, who knows",
    async (word) => {
      const { callSid, callId } = await ringing(business);
      await closeStream(business.ctx, { callId, stream: 0 }, { kind: "transferred", detail: "+972521112233" });
      const { text } = await dialled(callSid, word);
      const token = /call_token" value="([\w-]+)"/.exec(text)?.[1] ?? "";
      expect((await callRow(callSid))?.ending).toBeNull();
      expect(await claimStream({ callSid, token })).toMatchObject({ opening: "transfer_unanswered" });
    },
  );

  it("of a caller who has hung up, or of nobody: nothing more", async () => {
    const { callSid, callId } = await ringing(business);
    await database.owner`update call set ended_at = now() where id = ${callId}`;
    expect((await dialled(callSid, "busy")).text).toBe(HANG_UP);
    expect((await dialled(newCallSid(), "busy")).text).toBe(HANG_UP);
  });
});

async function signatureOf(form: Record<string, string>): Promise<string> {
  const { getExpectedTwilioSignature } = await import("twilio/lib/webhooks/webhooks.js");
  return getExpectedTwilioSignature(
    "0123456789abcdef0123456789abcdef",
    "http://localhost:3999/webhook/call_status",
    form,
  );
}
