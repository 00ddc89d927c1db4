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

/** At the same time of the day as now, also when the clock was put forward or back since. */
const asHere = (daysAgo: number) => database.owner`
  (started_at at time zone 'Asia/Jerusalem' - make_interval(days => ${daysAgo})) at time zone 'Asia/Jerusalem'`;

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

    await database.owner`update call set started_at = ${asHere(7)} where id = ${missed.callId}`;
    expect(await getHome(business.as("viewer"))).toMatchObject({
      callsToday: 2,
      callsSameDayLastWeek: 1,
      answeredShare: 0.5,
    });
  });

  it("shows the most promising calls of today and yesterday, best first, and counts who was not content", async () => {
    const other = await testBusiness();
    const judged = async (score: number, daysAgo = 0, sentiment = "neutral") => {
      const { callId } = await ringing(other);
      await database.owner`
        update call set score = ${score}, sentiment = ${sentiment}, started_at = ${asHere(daysAgo)}
        where id = ${callId}`;
      return callId;
    };
    const best = await judged(95, 1);
    const good = [await judged(60), await judged(70), await judged(71), await judged(72), await judged(73)];
    await judged(59, 0, "negative");
    await judged(100, 2, "negative");
    const home = await getHome(other.as("viewer"));
    expect(home.promising.map(({ id }) => id)).toEqual([best, good[4], good[3], good[2], good[1]]);
    expect(home.negative).toBe(1);
  });

  it("shows the five best calls of today and yesterday from a score of 60 on, the best first, then the latest", async () => {
    const own = await testBusiness();
    const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000);
    const scored = async (score: number | null, startedAt: Date) => {
      const { callId } = await ringing(own);
      await database.owner`update call set score = ${score}, started_at = ${startedAt} where id = ${callId}`;
      return callId;
    };
    const eighty = await scored(80, at(5));
    const ninety = await scored(90, at(4));
    const laterEighty = await scored(80, at(2));
    const enough = await scored(60, at(1));
    await scored(59, at(1));
    await scored(null, at(1));
    await scored(100, at(3 * 24 * 60));
    const promising = async () => (await getHome(own.as("viewer"))).promising.map(({ id }) => id);
    expect(await promising()).toEqual([ninety, laterEighty, eighty, enough]);
    const [seventy, sixtyOne] = [await scored(70, at(3)), await scored(61, at(3))];
    expect(await promising()).toEqual([ninety, laterEighty, eighty, seventy, sixtyOne]);
  });
});
