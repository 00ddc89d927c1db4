import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing, turnSaying } from "../testing/sample.ts";
import { editInsight } from "./edit-insight.ts";
import { describeCall } from "./jobs/describe-call.ts";
import { listCalls } from "./list-calls.ts";
import { recordTurn } from "./record-turn.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

async function describedCall() {
  const { callId } = await ringing(business);
  await recordTurn(business.ctx, callId, turnSaying("אני רוצה לקנות דירה בחיפה"));
  await describeCall(null, { businessId: business.id, callId }, AbortSignal.timeout(5000), 1);
  return callId;
}
const staff = () => business.as("staff");

describe("what was found out about a call", () => {
  it("is put right by the staff, field by field, and found by what they wrote", async () => {
    const callId = await describedCall();
    const facts = [{ name: "budget" as const, value: "עד 2 מיליון ₪", turnIndex: null }];
    const edited = await editInsight(staff(), { callId, want: "sell", facts });
    expect(edited).toMatchObject({ want: "sell", insight: { want: "sell", facts, edited: ["want", "facts"] } });
    const again = await editInsight(staff(), { callId, score: 99 });
    expect(again.insight?.edited).toEqual(["want", "facts", "score"]);
    expect((await listCalls(staff(), { minScore: 99, want: "sell" })).items.map(({ id }) => id)).toEqual([callId]);
    const entries = await database.owner`
      select before, after from audit_entry where action = 'call.insight' and subject_id = ${callId} order by id`;
    expect(entries).toMatchObject([
      { before: {}, after: { want: "sell", facts } },
      { before: { want: "sell" }, after: { want: "sell", score: 99 } },
    ]);
    const [event] = await database.owner`
      select payload from event where business_id = ${business.id} and type = 'call.changed' order by id desc limit 1`;
    expect(event?.payload).toMatchObject({ callId });
  });

  it("names no sentence that is not there", async () => {
    const callId = await describedCall();
    const area = { name: "area" as const, value: "נשר" };
    const facts = ([0, 99, "recording"] as const).map((turnIndex) => ({ ...area, turnIndex }));
    const sources = async () =>
      (await editInsight(staff(), { callId, facts })).insight?.facts.map(({ turnIndex }) => turnIndex);
    expect(await sources()).toEqual([0, null, null]);
    await database.owner`update call set recording_transcript = 'דירה בנשר' where id = ${callId}`;
    expect(await sources()).toEqual([0, null, "recording"]);
  });

  it("has a time to meet that is put right, said not to have been asked for, and taken back", async () => {
    const callId = await describedCall();
    const asked = { asked: true as const, what: "ביקור בדירה", when: "מחר בעשר", turnIndex: 99 };
    const added = await editInsight(staff(), { callId, appointment: asked });
    expect(added.insight).toMatchObject({
      appointment: { what: "ביקור בדירה", when: "מחר בעשר", turnIndex: null },
      edited: ["appointment"],
    });
    expect(added.insight?.appointment).not.toHaveProperty("asked");
    const sourced = await editInsight(staff(), { callId, appointment: { ...asked, turnIndex: 0 } });
    expect(sourced.insight?.appointment?.turnIndex).toBe(0);
    const untimed = await editInsight(staff(), { callId, appointment: { ...asked, when: null } });
    expect(untimed.insight?.appointment?.when).toBeNull();
    const removed = await editInsight(staff(), { callId, appointment: { asked: false } });
    expect(removed.insight).toMatchObject({ appointment: null, edited: ["appointment"] });
    expect((await editInsight(staff(), { callId, appointment: null })).insight?.edited).toEqual([]);
  });

  it("has a score that no reasons of another one are shown with", async () => {
    const callId = await describedCall();
    const scoreReasons = ["מכירים אותם"];
    const both = await editInsight(staff(), { callId, score: 80, scoreReasons });
    expect(both.insight).toMatchObject({ score: 80, scoreReasons, edited: ["score", "scoreReasons"] });
    const scoreAlone = await editInsight(staff(), { callId, score: 20 });
    expect(scoreAlone.insight).toMatchObject({ score: 20, scoreReasons: [], edited: ["score"] });
    const reasonsToo = await editInsight(staff(), { callId, scoreReasons });
    expect(reasonsToo.insight).toMatchObject({ score: 20, scoreReasons });
    const takenBack = await editInsight(staff(), { callId, score: null });
    expect(takenBack.insight?.edited).toEqual([]);
    expect(takenBack.insight?.scoreReasons).not.toEqual([]);
  });

  it("has reasons that stay with the score which they were written for", async () => {
    const callId = await describedCall();
    const scoreReasons = ["מכירים אותם"];
    const edited = await editInsight(staff(), { callId, scoreReasons });
    expect(edited.insight?.edited).toEqual(["score", "scoreReasons"]);
    const again = await editInsight(staff(), { callId, scoreReasons: null });
    expect(again.insight).toMatchObject({ score: edited.score, scoreReasons: [], edited: ["score"] });
  });

  it("is not for viewers to change, nor for others to see", async () => {
    const callId = await describedCall();
    await expect(editInsight(business.as("viewer"), { callId, score: 1 })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await testBusiness();
    await expect(editInsight(stranger.as("owner"), { callId, score: 1 })).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps out what makes no sense", async () => {
    const callId = await describedCall();
    const appointment = { asked: true as const, what: "", when: "מחר", turnIndex: null };
    const wrongs = [
      ...[{ score: 101 }, { score: -1 }, { score: 1.5 }, { summary: "" }, { want: "steal" as never }, { appointment }],
      ...[{ scoreReasons: [""] }, { scoreReasons: Array<string>(7).fill("כי כן") }],
    ];
    for (const wrong of wrongs)
      await expect(editInsight(staff(), { callId, ...wrong })).rejects.toMatchObject({ name: "ZodError" });
  });

  it("cannot be changed before it was found out", async () => {
    const { callId } = await ringing(business);
    await expect(editInsight(staff(), { callId, score: 1 })).rejects.toMatchObject({ code: "conflict" });
  });
});
