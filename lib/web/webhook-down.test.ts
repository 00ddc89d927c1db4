/** The webhooks while there is no database: a caller never hears an error. */
import { beforeAll, expect, it } from "vitest";
import { POST as callStatus } from "../../app/webhook/call_status/route.ts";
import { POST as dialResult } from "../../app/webhook/dial_result/route.ts";
import { POST as handleRecording } from "../../app/webhook/handle_recording/route.ts";
import { POST as handleSpeech } from "../../app/webhook/handle_speech/route.ts";
import { POST as incomingCall } from "../../app/webhook/incoming_call/route.ts";
import { POST as streamEnded } from "../../app/webhook/stream_ended/route.ts";
import { newCallSid } from "../testing/sample.ts";
import { postSigned } from "./testing/signed.ts";

beforeAll(() => {
  Object.assign(process.env, {
    MOKED_MODE: "simulation",
    LOG_LEVEL: "silent",
    PUBLIC_HOST: "http://localhost:3999",
    TWILIO_AUTH_TOKEN: "0123456789abcdef0123456789abcdef",
    DATABASE_APP_URL: "postgres://moked_app:x@127.0.0.1:1/nothing", // nobody listens on port 1
  });
});

const CallSid = newCallSid();
const call = { CallSid, From: "+972521112233", To: "+97236000000" };

it("a ringing phone, a broken stream, a gathered turn and an unanswered transfer are asked for a message", async () => {
  const answers = [
    await postSigned(incomingCall, "/webhook/incoming_call", call),
    await postSigned(streamEnded, "/webhook/stream_ended", { CallSid }),
    await postSigned(handleSpeech, "/webhook/handle_speech", { CallSid, SpeechResult: "שלום" }),
    await postSigned(dialResult, "/webhook/dial_result", { CallSid, DialCallStatus: "busy" }),
  ];
  for (const { status, type, text, headers } of answers) {
    expect([status, type]).toEqual([200, "text/xml; charset=utf-8"]);
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><Response><Say language="he-IL"/);
    expect(text).toContain('<Record action="http://localhost:3999/webhook/handle_recording"');
    expect(headers.get("x-webhook-kept")).toBe("no");
  }
});

it("whoever left a message is thanked, a status is taken, and the edge knows that neither was kept", async () => {
  const url = "https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/RE1";
  const message = { CallSid, RecordingSid: "RE1", RecordingUrl: url };
  const thanks = await postSigned(handleRecording, "/webhook/handle_recording", message);
  expect(thanks.text).toContain("<Hangup/>");
  const status = await postSigned(callStatus, "/webhook/call_status", { CallSid, CallStatus: "completed" });
  expect([thanks.status, status.status]).toEqual([200, 204]);
  expect([thanks, status].map(({ headers }) => headers.get("x-webhook-kept"))).toEqual(["no", "no"]);
});

it("a bad signature is still refused", async () => {
  const forged = await postSigned(incomingCall, "/webhook/incoming_call", call, { signature: "wrong" });
  expect(forged.status).toBe(403);
});
