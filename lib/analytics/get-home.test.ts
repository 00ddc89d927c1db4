import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceCall } from "../calls/advance-call.ts";
import { recordTurn } from "../calls/record-turn.ts";
import { createTask } from "../tasks/create-task.ts";
import { updateTask } from "../tasks/update-task.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing, turnSaying } from "../testing/sample.ts";
import { getHome } from "./get-home.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

describe("the home page", () => {
  it("of a new business is empty, not wrong", async () => {
    expect(await getHome(business.as("viewer"))).toEqual({
      live: [],
      callsToday: 0,
      callsSameDayLastWeek: 0,
      answeredShare: null,
      newCustomersToday: 0,
      voiceToVoiceMs: null,
      openTasks: 0,
      promising: [],
      negative: 0,
    });
  });

  it("counts who is on the line, who was answered, who is new, how fast, and what waits", async () => {
    const answered = await ringing(business);
    const missed = await ringing(business);
    const live = await ringing(business, { from: answered.phone });
    const tell = (callSid: string, status: "in_progress" | "completed" | "no_answer") =>
      advanceCall({ callSid, status, durationS: 9, requestId: null });
    await tell(answered.callSid, "in_progress");
    await tell(answered.callSid, "completed");
    await tell(missed.callSid, "no_answer");
    for (const [index, voiceToVoiceMs] of [900, 1100, 2000].entries())
      await recordTurn(business.ctx, answered.callId, turnSaying("כן", { index, speaker: "agent", voiceToVoiceMs }));
    const task = await createTask(business.as("staff"), { title: "אחת" });
    await createTask(business.as("staff"), { title: "שתיים" });
    await updateTask(business.as("staff"), { taskId: task.id, done: true });

    const home = await getHome(business.as("viewer"));
    expect(home).toMatchObject({
      callsToday: 3,
      newCustomersToday: 2,
      voiceToVoiceMs: 1100,
      openTasks: 1,
      answeredShare: 1 / 3,
    });
    expect(home.live.map(({ id }) => id)).toEqual([live.callId]);

    await database.owner`update call set started_at = started_at - interval '7 days' where id = ${missed.callId}`;
    expect(await getHome(business.as("viewer"))).toMatchObject({
      callsToday: 2,
      callsSameDayLastWeek: 1,
      answeredShare: 0.5,
    });
  });
});
