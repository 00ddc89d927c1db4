/** What a caller hears after an answer of ours that never came to the network, because a process died over it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerGathered } from "../agent/answer-gathered.ts";
import { type ScriptedAnswer, scriptedModel } from "../agent/testing/scripted-model.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { newCallSid, ringing } from "../testing/sample.ts";
import { advanceCall } from "./advance-call.ts";
import { claimStream } from "./claim-stream.ts";
import { closeStream } from "./close-stream.ts";
import { keepRecording } from "./keep-recording.ts";
import { openCall } from "./open-call.ts";
import { settleDial } from "./settle-dial.ts";
import { takeUpAgain } from "./take-up-again.ts";

const PERSON = "+972501112233";
const FROM = "+972521234567";
let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
});
afterAll(() => database.drop());

const asked = (callSid: string, askedAt: string | null) =>
  takeUpAgain({ callSid, from: FROM, to: business.number, askedAt, requestId: null });
const turns = () => database.owner`select text from turn where business_id = ${business.id}`;

describe("a call turn by turn", () => {
  let callSid: string;
  beforeEach(async () => {
    await database.owner`update business set enable_calls_stream = false, transfer_phone = ${PERSON} where id = ${business.id}`;
    callSid = newCallSid();
    await openCall({ callSid, from: FROM, to: business.number, requestId: null });
  });
  const says = (answer: ScriptedAnswer) => {
    const said = { text: "שלום", confidence: 0.9, wantsPerson: false, onceKey: "once", requestId: null };
    return answerGathered({ callSid, ...said }, scriptedModel([answer]));
  };
  const unheard = (onceKey: string) =>
    answerGathered({ callSid, text: "", confidence: null, wantsPerson: false, onceKey, requestId: null }, null);

  it.each([
    ["put through", "transfer_call", "transfer"],
    ["told goodbye", "end_call", "goodbye"],
  ])("is %s after all, with the same words, kept once", async (_what, tool, kind) => {
    const lost = await says(["רגע אחד.", { tool, args: {} }]);
    expect(lost).toMatchObject({ answer: { kind } });
    const kept = await turns();
    for (const _again of [1, 2]) expect(await asked(callSid, "/webhook/handle_speech")).toEqual(lost);
    expect(await turns()).toEqual(kept);
  });

  it("may leave its message, also when it was the recording that did not come; once that is kept, it is thanked", async () => {
    await unheard("first");
    const lost = await unheard("second");
    expect(lost).toMatchObject({ answer: { kind: "take_message" } });
    expect(await asked(callSid, "/webhook/handle_speech")).toEqual(lost);
    expect(await asked(callSid, "/webhook/handle_recording")).toEqual(lost);
    const url = "https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/RE1";
    await keepRecording({ callSid, from: FROM, to: business.number, recordingSid: "RE1", url, requestId: null });
    expect(await asked(callSid, "/webhook/handle_recording")).toMatchObject({
      answer: { kind: "goodbye", text: expect.stringContaining("ההודעה נשמרה") },
    });
  });

  it("goes on when it was lost whether anybody had answered", async () => {
    await says(["רגע אחד.", { tool: "transfer_call", args: {} }]);
    for (const _again of [1, 2])
      expect(await asked(callSid, "/webhook/dial_result")).toMatchObject({
        answer: { kind: "ask", text: expect.stringContaining("אף אחד לא פנוי") },
      });
  });

  it("that came back from a transfer is not put through again", async () => {
    await says(["רגע אחד.", { tool: "transfer_call", args: {} }]);
    await settleDial(callSid, false, null);
    expect(await asked(callSid, "/webhook/handle_speech")).toMatchObject({
      answer: { kind: "ask", text: expect.stringContaining("אף אחד לא פנוי") },
    });
  });

  it("that is over is left alone", async () => {
    await says(["להתראות.", { tool: "end_call", args: {} }]);
    await advanceCall({ callSid, status: "completed", durationS: 5, requestId: null });
    for (const askedAt of ["/webhook/handle_speech", "/webhook/dial_result", null])
      expect(await asked(callSid, askedAt)).toEqual({ kind: "hang_up" });
  });
});

describe("a call over a stream", () => {
  it("that was being put through comes back to the agent", async () => {
    const { callSid, callId, callToken } = await ringing(business);
    await claimStream({ callSid, token: callToken });
    await closeStream(business.ctx, { callId, stream: 1 }, { kind: "transferred", detail: PERSON });
    const next = await asked(callSid, "/webhook/dial_result");
    if (next.kind !== "stream") throw new Error(`expected a stream, got ${next.kind}`);
    expect(await claimStream({ callSid, token: next.callToken })).toMatchObject({ opening: "transfer_unanswered" });
  });

  it("that said goodbye is hung up", async () => {
    const { callSid, callId, callToken } = await ringing(business);
    await claimStream({ callSid, token: callToken });
    await closeStream(business.ctx, { callId, stream: 1 }, { kind: "agent_said_goodbye", detail: null });
    expect(await asked(callSid, "/webhook/stream_ended")).toEqual({ kind: "hang_up" });
  });
});
