import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsAfter, lastEventId } from "../events/queries.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing, turnSaying } from "../testing/sample.ts";
import { advanceCall } from "./advance-call.ts";
import { claimStream } from "./claim-stream.ts";
import { closeStream } from "./close-stream.ts";
import { getCall } from "./get-call.ts";
import { listCalls } from "./list-calls.ts";
import { recordTurn } from "./record-turn.ts";
import { settleDial } from "./settle-dial.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const agentSays = (text: string, index: number, voiceToVoiceMs: number) =>
  turnSaying(text, { index, speaker: "agent", heardText: text.slice(0, 5), voiceToVoiceMs, tNlpMs: 400 });

describe("turns", () => {
  it("grow: what was said so far is replaced by more of it", async () => {
    const { callId } = await ringing(business);
    for (const text of ["אני", "אני מחפש", "אני מחפש דירה"]) await recordTurn(business.ctx, callId, turnSaying(text));
    const { turns, turnCount, excerpt } = await getCall(business.ctx, callId);
    expect(turns).toEqual([turnSaying("אני מחפש דירה")]);
    expect([turnCount, excerpt]).toEqual([1, "אני מחפש דירה"]);
  });

  it("are the same when they are told twice, and are counted once", async () => {
    const { callId } = await ringing(business);
    for (let n = 0; n < 2; n++) {
      await recordTurn(business.ctx, callId, agentSays("שלום, במה אפשר לעזור?", 0, 900));
      await recordTurn(business.ctx, callId, turnSaying("דירה", { index: 1 }));
      await recordTurn(business.ctx, callId, agentSays("באיזה אזור?", 2, 1300));
    }
    const call = await getCall(business.ctx, callId);
    expect(call.turns.map(({ index, speaker }) => [index, speaker])).toEqual([
      [0, "agent"],
      [1, "caller"],
      [2, "agent"],
    ]);
    expect([call.turnCount, call.voiceToVoiceMs]).toEqual([3, 1100]);
  });

  it("are kept whatever was recognised or made up: characters that the database refuses do not hold up the call", async () => {
    const { callId } = await ringing(business);
    const odd = { name: "open_task", input: { "ti\0tle": ["דירה\0", "\ud83d"] }, output: { ok: true }, tookMs: 3 };
    await recordTurn(business.ctx, callId, turnSaying("אני\0 מחפש \ud83d", { heardText: "\udc00אני", tools: [odd] }));
    const [kept] = (await getCall(business.ctx, callId)).turns;
    expect(kept).toMatchObject({
      text: "אני מחפש \ufffd",
      heardText: "\ufffdאני",
      tools: [{ ...odd, input: { title: ["דירה", "\ufffd"] } }],
    });
  });

  it("are found by their last words, not by those that were corrected", async () => {
    const { callId } = await ringing(business);
    await recordTurn(business.ctx, callId, turnSaying("מחסן"));
    await recordTurn(business.ctx, callId, turnSaying("מרתף"));
    expect((await listCalls(business.ctx, { q: "מחסן" })).items).toEqual([]);
    expect((await listCalls(business.ctx, { q: "מרתף" })).items.map(({ id }) => id)).toEqual([callId]);
  });

  it("travel whole to the staff's screens, with the tools that were used", async () => {
    const { callId } = await ringing(business);
    const before = await lastEventId(business.ctx);
    const tools = [{ name: "open_task", input: { שם: "דנה", aB: 1 }, output: { ok: true }, tookMs: 12 }];
    const view = turnSaying("תודה", { tools, confidence: 0.5, interrupted: true });
    await recordTurn(business.ctx, callId, view);
    expect(await eventsAfter(business.ctx, before, 10)).toMatchObject([{ type: "call.turn", callId, turn: view }]);
    expect((await getCall(business.ctx, callId)).turns).toEqual([view]);
  });

  it("of a call that is nobody's are refused", async () => {
    await expect(recordTurn(business.ctx, crypto.randomUUID(), turnSaying("שלום"))).rejects.toThrow();
  });
});

describe("the excerpt of a call", () => {
  it("is the caller's last words while it goes on, and the first ones afterwards", async () => {
    const { callId, callSid } = await ringing(business);
    await recordTurn(business.ctx, callId, turnSaying("", { index: 0 }));
    await recordTurn(business.ctx, callId, turnSaying("דירה בחיפה", { index: 1 }));
    await recordTurn(business.ctx, callId, turnSaying("תודה רבה", { index: 3 }));
    expect((await getCall(business.ctx, callId)).excerpt).toBe("תודה רבה");
    await advanceCall({ callSid, status: "completed", durationS: 9, requestId: null });
    expect((await getCall(business.ctx, callId)).excerpt).toBe("דירה בחיפה");
  });
});

it("turns count from the moment it rang, on the first stream as on every later one", async () => {
  const { callId, callSid, callToken } = await ringing(business);
  await database.owner`update call set started_at = started_at - interval '5 seconds' where id = ${callId}`;
  const claimed = await claimStream({ callSid, token: callToken });
  expect(claimed?.startedMsAgo).toBeGreaterThanOrEqual(5_000);
});

describe("a second stream of a call", () => {
  it("knows what was said, as it was heard, and counts on", async () => {
    const { callId, callSid, callToken } = await ringing(business);
    await claimStream({ callSid, token: callToken });
    await recordTurn(business.ctx, callId, agentSays("שלום, במה אפשר לעזור?", 0, 900));
    await recordTurn(business.ctx, callId, turnSaying("דירה בחיפה", { index: 1 }));
    await recordTurn(business.ctx, callId, turnSaying("תודה שצפיתם", { index: 2, confidence: 0 }));
    await closeStream(business.ctx, { callId, stream: 0 }, { kind: "transferred", detail: "+972521112233" });
    const back = await settleDial(callSid, false, null);
    if (back.kind !== "stream") throw new Error(back.kind);
    const claimed = await claimStream({ callSid, token: back.callToken });
    expect(claimed).toMatchObject({ opening: "transfer_unanswered", nextTurnIndex: 3, callId });
    expect(claimed?.history.map(({ speaker, text }) => [speaker, text])).toEqual([
      ["agent", "שלום,"],
      ["caller", "דירה בחיפה"],
      ["caller", ""], // perhaps nobody said it
    ]);
    expect(claimed?.startedMsAgo).toBeGreaterThanOrEqual(0);
  });
});

describe("the end of a stream", () => {
  it("that is told after the end of the call does not bring it back to life on the screens", async () => {
    const { callId, callSid } = await ringing(business);
    await advanceCall({ callSid, status: "completed", durationS: 9, requestId: null });
    const before = await lastEventId(business.ctx);
    await closeStream(business.ctx, { callId, stream: 0 }, { kind: "caller_hung_up", detail: null });
    expect(await eventsAfter(business.ctx, before, 10)).toMatchObject([{ type: "call.changed", callId, live: false }]);
    expect(await getCall(business.ctx, callId)).toMatchObject({
      live: false,
      ending: "caller_hung_up",
      status: "completed",
    });
  });
});
