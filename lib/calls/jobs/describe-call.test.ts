import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startOpenAi } from "#simulators/openai/server.ts";
import { ProviderFailed } from "../../errors.ts";
import { openAiLanguageModel } from "../../providers/llm/openai/model.ts";
import type { ExtractRequest, LanguageModel } from "../../providers/llm/types.ts";
import { createTask } from "../../tasks/create-task.ts";
import { type TestBusiness, testBusiness } from "../../testing/business.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { ringing, turnSaying } from "../../testing/sample.ts";
import { advanceCall } from "../advance-call.ts";
import { editInsight } from "../edit-insight.ts";
import { getCall } from "../get-call.ts";
import { recordTurn } from "../record-turn.ts";
import { describeCall } from "./describe-call.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const form = {
  summary: "מחפשים דירת שלושה חדרים להשכרה בכרמל.",
  want: "rent",
  facts: [
    { name: "area", value: "הכרמל", turnIndex: 2 },
    { name: "rooms", value: "3 חדרים", turnIndex: 2 },
  ],
  score: 75,
  scoreReasons: ["ידוע מה מחפשים"],
  sentiment: "positive",
  followUps: [{ title: "לשלוח רשימת דירות", turnIndex: 3 }],
  appointment: null,
};

/** A model that gives these answers one after another. */
function modelSaying(...answers: unknown[]) {
  const asked: ExtractRequest[] = [];
  const unused = () => {
    throw new Error("not asked for here");
  };
  const model: LanguageModel = {
    name: "a test's",
    stream: unused,
    check: unused,
    extract: async (request) => {
      asked.push({ ...request, messages: [...request.messages] });
      const answer = answers.shift() ?? form;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { model, asked };
}

const LINES = [
  ["agent", "שלום, במה אפשר לעזור?"],
  ["caller", "אני מחפש דירה להשכרה"],
  ["caller", "בכרמל, שלושה חדרים"],
  ["agent", "תודה. נשלח אליכם רשימה היום."],
] as const;
type Said = readonly (readonly ["agent" | "caller", string])[];

async function callSaying(lines: Said = LINES) {
  const call = await ringing(business);
  for (const [index, [speaker, text]] of lines.entries())
    await recordTurn(business.ctx, call.callId, turnSaying(text, { index, speaker, confidence: null }));
  return call;
}
const run = (model: LanguageModel | null, callId: string, attempt = 1) =>
  describeCall(model, { businessId: business.id, callId }, AbortSignal.timeout(5000), attempt);
const read = (callId: string) => getCall(business.ctx, callId);
const tasksOf = async (callId: string) => (await read(callId)).tasks.map(({ title }) => title);
const jobsOf = (callId: string) => database.owner`
  select run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'describe_call' and payload->>'callId' = ${callId}`;

describe("when a call is over, what became of it", () => {
  it("is found out once, also when its last words come later", async () => {
    const { callId, callSid } = await callSaying();
    expect(await jobsOf(callId)).toHaveLength(0);
    await advanceCall({ callSid, status: "completed", durationS: 20, requestId: null });
    await advanceCall({ callSid, status: "completed", durationS: 20, requestId: null });
    expect(await jobsOf(callId)).toHaveLength(1);
    await recordTurn(business.ctx, callId, turnSaying("להתראות", { index: 4 }));
    expect(await jobsOf(callId)).toHaveLength(1);
  });

  it("is what the model understood, with the sentences it is from, and a task for each promise", async () => {
    const { callId } = await callSaying();
    const { model, asked } = modelSaying();
    await run(model, callId);
    const call = await read(callId);
    expect(call).toMatchObject({ summary: form.summary, want: "rent", score: 75, sentiment: "positive" });
    const followUps = [{ title: "לשלוח רשימת דירות", turnIndex: 3, task: call.tasks[0] }];
    expect(call.insight).toEqual({ ...form, followUps, madeBy: "model", edited: [] });
    expect(call.tasks).toMatchObject([{ title: "לשלוח רשימת דירות", done: false }]);
    const said = asked[0]?.messages.at(-1);
    expect(said).toMatchObject({ role: "user", text: expect.stringContaining("[2] מתקשר: בכרמל, שלושה חדרים") });
  });

  it("names no sentence that is not there, or that somebody else said", async () => {
    const { callId } = await callSaying();
    const facts = [
      { name: "area", value: "הכרמל", turnIndex: 99 },
      { name: "rooms", value: "3 חדרים", turnIndex: 0 },
      { name: "property", value: "דירה", turnIndex: 1 },
    ];
    const followUps = [{ title: "לשלוח רשימה", turnIndex: 2 }];
    await run(modelSaying({ ...form, facts, followUps }).model, callId);
    const { insight } = await read(callId);
    expect(insight?.facts.map(({ turnIndex }) => turnIndex)).toEqual([null, null, 1]);
    expect(insight?.followUps).toMatchObject([{ title: "לשלוח רשימה", turnIndex: null }]);
  });

  it("is asked for again when the answer has the wrong shape, with what is wrong", async () => {
    const { callId } = await callSaying();
    const { model, asked } = modelSaying("{broken", form);
    await run(model, callId);
    expect((await read(callId)).insight?.madeBy).toBe("model");
    expect(asked).toHaveLength(2);
    const other = await callSaying();
    const wrong = modelSaying({ ...form, score: 1000 }, form);
    await run(wrong.model, other.callId);
    expect(wrong.asked[1]?.messages.at(-1)).toMatchObject({ text: expect.stringContaining("score") });
  });

  it("is asked for again when it is not in Hebrew, or repeats what the model was told, and then is the plain rules'", async () => {
    const english = { ...form, summary: "They are looking for a three room flat." };
    const leak = { ...form, followUps: [{ title: "להפעיל take_message", turnIndex: 3 }] };
    const { callId } = await callSaying();
    const { model, asked } = modelSaying(english, form);
    await run(model, callId);
    expect((await read(callId)).summary).toBe(form.summary);
    expect(asked[1]?.messages.at(-1)).toMatchObject({ text: expect.stringContaining("summary: צריך להיות בעברית") });
    await expect(run(modelSaying(english, leak).model, callId)).rejects.toThrow(ProviderFailed);
    await run(modelSaying(english, leak).model, callId, 4);
    expect((await read(callId)).insight?.madeBy).toBe("extract");
    expect(await tasksOf(callId)).toEqual(["לשלוח רשימת דירות"]);
  });

  it("of a bakery is never that somebody wants a property", async () => {
    const bakery = await testBusiness("קונדיטוריה לבדיקה");
    await database.owner`update business set field = 'קונדיטוריה ועוגות' where id = ${bakery.id}`;
    const { callId } = await ringing(bakery);
    const words = "אני רוצה להשכיר את הדירה שלי, וגם לקנות עוגה";
    await recordTurn(bakery.ctx, callId, turnSaying(words, { index: 0, speaker: "caller", confidence: null }));
    const letOut = { ...form, want: "let_out", facts: [], followUps: [] };
    const { model, asked } = modelSaying(letOut, letOut);
    await describeCall(model, { businessId: bakery.id, callId }, AbortSignal.timeout(5000), 4);
    expect(asked[0]?.schema).toMatchObject({
      properties: { want: { enum: ["order", "appointment", "question", "complaint", "other"] } },
    });
    expect(asked[0]?.messages[0]).not.toMatchObject({ text: expect.stringMatching(/let_out|חדרים/) });
    expect(await getCall(bakery.ctx, callId)).toMatchObject({ want: "order", insight: { madeBy: "extract" } });
  });

  it("waits for a model that fails for a while, and then is what plain rules find", async () => {
    const { callId } = await callSaying();
    const broken = () => modelSaying({ nonsense: 1 }, { nonsense: 2 }).model;
    const away = () => modelSaying(new ProviderFailed("llm", true, "busy")).model;
    for (const [at, model] of [broken(), away(), broken()].entries())
      await expect(run(model, callId, at + 1)).rejects.toThrow(ProviderFailed);
    expect((await read(callId)).insight).toBeNull();
    await run(broken(), callId, 4);
    expect((await read(callId)).insight).toMatchObject({ madeBy: "extract", want: "rent" });
    const refused = await callSaying();
    await run(modelSaying(new ProviderFailed("llm", false, "the key was refused")).model, refused.callId);
    expect((await read(refused.callId)).insight?.madeBy).toBe("extract");
  });

  it("without a model is what plain rules find in the words themselves", async () => {
    const { callId } = await callSaying();
    await run(null, callId);
    expect((await read(callId)).insight).toMatchObject({
      madeBy: "extract",
      want: "rent",
      facts: [
        { name: "property", value: "דירה", turnIndex: 1 },
        { name: "area", value: "הכרמל", turnIndex: 2 },
        { name: "rooms", value: "3 חדרים", turnIndex: 2 },
      ],
    });
  });

  it("without a model has a task for what the agent promised, once, also when a model comes later", async () => {
    const { callId } = await callSaying();
    await run(null, callId);
    await run(null, callId);
    const { tasks, insight } = await read(callId);
    expect(insight?.followUps).toEqual([{ title: "נשלח אליכם רשימה היום", turnIndex: 3, task: tasks[0] }]);
    await run(modelSaying().model, callId);
    expect(await tasksOf(callId)).toEqual(["נשלח אליכם רשימה היום"]);
  });

  it("without a model has no second task to call back beside the message that was taken", async () => {
    const { callId } = await callSaying([...LINES.slice(0, 3), ["agent", "תודה. נחזור אליכם היום."]]);
    const agent = { ...business.ctx, actor: { kind: "agent" as const, callId } };
    await createTask(agent, { title: "להחזיר טלפון לדנה", callId });
    await run(null, callId);
    expect(await tasksOf(callId)).toEqual(["להחזיר טלפון לדנה"]);
  });

  it("in which nobody spoke is said to be so, and no model is asked", async () => {
    const { callId } = await callSaying([["agent", "אתם איתי?"]]);
    const { model, asked } = modelSaying();
    await run(model, callId);
    expect(asked).toEqual([]);
    expect(await read(callId)).toMatchObject({ summary: "בשיחה לא נאמר דבר.", score: 0, want: "other" });
  });

  it("counts the message that was left, too", async () => {
    const { callId } = await callSaying([["agent", "אתם איתי?"]]);
    await database.owner`update call set recording_transcript = 'אני רוצה למכור דירה בחיפה' where id = ${callId}`;
    await run(null, callId);
    expect((await read(callId)).insight).toMatchObject({
      want: "sell",
      facts: [{ name: "property" }, { name: "area", value: "חיפה", turnIndex: "recording" }],
    });
    const facts = [{ name: "area", value: "חיפה", turnIndex: 1 }];
    const appointment = { what: "ביקור", when: null, turnIndex: 1 };
    const { model, asked } = modelSaying({
      ...form,
      facts,
      followUps: [{ title: "לבדוק", turnIndex: 1 }],
      appointment,
    });
    await run(model, callId);
    expect(asked[0]?.messages.at(-1)).toMatchObject({ text: expect.stringContaining("[1] מתקשר (הודעה מוקלטת): אני") });
    expect((await read(callId)).insight).toMatchObject({
      facts: [{ turnIndex: "recording" }],
      followUps: [{ turnIndex: null }],
      appointment: { turnIndex: "recording" },
    });
  });

  it("of a call that is not there is nothing", async () => {
    await run(modelSaying().model, crypto.randomUUID());
  });
});

describe("by the vendor's API", () => {
  it("is a form that was filled in from the transcript; a broken connection is tried again", async () => {
    const openai = await startOpenAi({ apiKey: "sk-test", latency: "none" });
    const model = openAiLanguageModel({ apiKey: "sk-test", baseUrl: openai.url, model: "gpt-4o" });
    const { callId } = await callSaying([
      ["agent", "שלום, במה אפשר לעזור?"],
      ["caller", "אני מחפש דירה להשכרה בחיפה, שלושה חדרים עד ששת אלפים שקל"],
      ["caller", "אפשר לקבוע ביקור מחר בעשר?"],
      ["agent", "תודה. נשלח אליכם את הפרטים היום."],
    ]);
    openai.faults.set({ model: { kind: "cut", times: 1 } });
    await expect(run(model, callId)).rejects.toThrow(ProviderFailed);
    await run(model, callId, 2);
    await openai.close();
    const call = await read(callId);
    expect(call.insight).toMatchObject({ madeBy: "model", want: "rent", appointment: { turnIndex: 2 } });
    const facts = Object.fromEntries((call.insight?.facts ?? []).map((fact) => [fact.name, fact]));
    expect(facts).toMatchObject({
      area: { value: "חיפה", turnIndex: 1 },
      rooms: { value: "3 חדרים", turnIndex: 1 },
      budget: { turnIndex: 1 },
    });
    expect(call.summary).toContain("חיפה");
    expect(call.score).toBeGreaterThan(40);
    expect(call.insight?.followUps).toMatchObject([{ turnIndex: 3 }]);
    expect(call.tasks).toHaveLength(1);
  });
});

describe("the same job again", () => {
  it("makes no task twice, also in other words, and leaves a done one done", async () => {
    const { callId } = await callSaying();
    await run(modelSaying().model, callId);
    await database.owner`update task set title = 'לשלוח לדנה', done_at = now() where call_id = ${callId}`;
    await run(modelSaying({ ...form, followUps: [{ title: "שליחת דירות מתאימות", turnIndex: 3 }] }).model, callId);
    const { tasks, insight } = await read(callId);
    expect(tasks).toMatchObject([{ title: "לשלוח לדנה", done: true }]);
    expect(insight?.followUps).toEqual([{ title: "שליחת דירות מתאימות", turnIndex: 3, task: tasks[0] }]);
  });

  it("makes no task twice when it cites another turn, or none, in other words, nor loses a promise that is new", async () => {
    const { callId } = await callSaying();
    await run(modelSaying().model, callId);
    const again = [
      { title: "לתאם ביקור בדירה", turnIndex: 3 },
      { title: "שליחת רשימה של דירות ללקוח", turnIndex: 0 },
    ];
    await run(modelSaying({ ...form, followUps: again }).model, callId);
    const cited = { title: "לשלוח את רשימת הדירות", turnIndex: null };
    await run(modelSaying({ ...form, followUps: [cited] }).model, callId);
    const { tasks, insight } = await read(callId);
    expect(tasks.map(({ title }) => title).sort()).toEqual(["לשלוח רשימת דירות", "לתאם ביקור בדירה"]);
    expect(insight?.followUps).toMatchObject([{ ...cited, task: { title: "לשלוח רשימת דירות" } }]);
  });

  it("leaves a promise without a task whose task was taken away", async () => {
    const { callId } = await callSaying();
    await run(modelSaying().model, callId);
    await database.owner`update task set archived_at = now() where call_id = ${callId}`;
    await run(modelSaying().model, callId);
    expect((await read(callId)).insight?.followUps).toEqual([{ ...form.followUps[0], task: null }]);
  });

  it("does not bring back a time to meet, nor reasons, that the staff have put right", async () => {
    const { callId } = await callSaying();
    const appointment = { what: "ביקור", when: "מחר", turnIndex: 2 };
    await run(modelSaying({ ...form, appointment }).model, callId);
    expect((await read(callId)).insight?.appointment).toEqual(appointment);
    await editInsight(business.as("staff"), { callId, appointment: { asked: false }, scoreReasons: ["מכירים אותם"] });
    await run(modelSaying({ ...form, appointment, score: 30 }).model, callId);
    const call = await read(callId);
    expect(call).toMatchObject({ score: 75, insight: { appointment: null, scoreReasons: ["מכירים אותם"] } });
    await editInsight(business.as("staff"), { callId, appointment: null, score: null });
    expect(await read(callId)).toMatchObject({ score: 30, insight: { appointment, scoreReasons: form.scoreReasons } });
  });

  it("keeps what the staff have written", async () => {
    const { callId } = await callSaying();
    await run(modelSaying().model, callId);
    await editInsight(business.as("staff"), { callId, summary: "לא רציני", score: 10 });
    await run(modelSaying({ ...form, summary: "סיכום חדש", score: 90, sentiment: "neutral" }).model, callId);
    const call = await read(callId);
    expect(call).toMatchObject({ summary: "לא רציני", score: 10, sentiment: "neutral" });
    expect(call.insight?.edited).toEqual(["summary", "score"]);
    await editInsight(business.as("staff"), { callId, summary: null, score: null });
    expect(await read(callId)).toMatchObject({ summary: "סיכום חדש", score: 90, insight: { edited: [] } });
  });
});

describe("what the agent has handed over already", () => {
  const tool = (name: string, input: object) => ({ name, input: { ...input }, output: { ok: true }, tookMs: 5 });

  it("is not what else it promised in the same turn", async () => {
    const { callId } = await callSaying(LINES.slice(0, 3));
    const tools = [tool("take_message", { message: "דירה בכרמל" })];
    const text = "רשמתי את ההודעה, ונשלח לכם גם את החוזה.";
    await recordTurn(business.ctx, callId, turnSaying(text, { index: 3, speaker: "agent", tools }));
    await run(null, callId);
    expect(await tasksOf(callId)).toEqual(["רשמתי את ההודעה, ונשלח לכם גם את החוזה"]);
    await run(modelSaying({ ...form, followUps: [{ title: "לשלוח ללקוח את החוזה", turnIndex: 3 }] }).model, callId);
    expect(await tasksOf(callId)).toEqual(["רשמתי את ההודעה, ונשלח לכם גם את החוזה"]);
  });

  it("is no call back, unless that was handed over", async () => {
    const { callId } = await callSaying(LINES.slice(0, 3));
    const agent = { ...business.ctx, actor: { kind: "agent" as const, callId } };
    await createTask(agent, { title: "לתקן את הנזילה", callId });
    const tools = [tool("open_task", { title: "לתקן את הנזילה" })];
    const text = "נרשם. נחזור אליכם היום.";
    await recordTurn(business.ctx, callId, turnSaying(text, { index: 3, speaker: "agent", tools }));
    await run(null, callId);
    expect((await tasksOf(callId)).sort()).toEqual(["לתקן את הנזילה", "נחזור אליכם היום"].sort());
  });

  it("is a promise of the call, and no second task", async () => {
    const { callId } = await callSaying();
    const agent = { ...business.ctx, actor: { kind: "agent" as const, callId } };
    const { id } = await createTask(agent, { title: "להחזיר טלפון לדנה", callId });
    const input = { message: "דירה בכרמל" };
    const tools = [{ name: "take_message", input, output: { ok: true, task_id: id }, tookMs: 5 }];
    // The name came later: it was added to the same message, which is one promise.
    await recordTurn(business.ctx, callId, turnSaying("ומה השם?", { index: 3, speaker: "agent", tools }));
    await recordTurn(business.ctx, callId, turnSaying("רשמתי.", { index: 4, speaker: "agent", tools }));
    await recordTurn(business.ctx, callId, turnSaying("תודה", { index: 5 }));
    const followUps = [
      { title: "לחזור לדנה בטלפון", turnIndex: 3 },
      { title: "לבדוק את החוזה", turnIndex: 0 },
    ];
    await run(modelSaying({ ...form, followUps }).model, callId);
    expect(await tasksOf(callId)).toEqual(["להחזיר טלפון לדנה", "לבדוק את החוזה"]);
    expect((await read(callId)).insight?.followUps).toMatchObject([
      { title: "להחזיר טלפון: דירה בכרמל", task: { id, title: "להחזיר טלפון לדנה" } },
      { title: "לבדוק את החוזה", task: { title: "לבדוק את החוזה" } },
    ]);
  });
});
