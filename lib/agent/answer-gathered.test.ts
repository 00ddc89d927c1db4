import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withoutStream } from "../businesses/phrases.ts";
import { advanceCall } from "../calls/advance-call.ts";
import { keepGatheredAnswer, openGatheredTurn } from "../calls/gathered-turn.ts";
import { openCall } from "../calls/open-call.ts";
import { takeUpThinking, whileThinking } from "../calls/thinking.ts";
import type { LanguageModel } from "../providers/llm/types.ts";
import { createTask } from "../tasks/create-task.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { newCallSid } from "../testing/sample.ts";
import { answerGathered } from "./answer-gathered.ts";
import { type ScriptedAnswer, scriptedModel } from "./testing/scripted-model.ts";

const PERSON = "+972501112233";
let database: TestDatabase;
let business: TestBusiness;
let callSid: string;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
  await database.owner`update business set enable_calls_stream = false, transfer_phone = ${PERSON}`;
});
beforeEach(async () => {
  callSid = newCallSid();
  await openCall({ callSid, from: "+972521234567", to: business.number, requestId: null });
});
afterAll(() => database.drop());

const says = (text: string, model: LanguageModel | null, onceKey = text, withinMs?: number) =>
  answerGathered({ callSid, text, confidence: 0.9, wantsPerson: false, onceKey, requestId: null }, model, withinMs);
const turns = () => database.owner`
  select speaker, text, tools, troubles from turn join call on call.id = call_id where call_sid = ${callSid} order by index`;
const tasks = () => database.owner`
  select title from task join call on call.id = call_id where call_sid = ${callSid}`;
const ending = async () => (await database.owner`select ending from call where call_sid = ${callSid}`)[0]?.ending;

describe("the brain, turn by turn", () => {
  it("knows everything that was said before", async () => {
    const model = scriptedModel([["בשמחה. באיזה אזור?"], ["כמה חדרים?"]]);
    expect(await says("דירה להשכרה", model)).toMatchObject({ answer: { kind: "ask", text: "בשמחה. באיזה אזור?" } });
    expect(await says("בחולון", model)).toMatchObject({ answer: { kind: "ask", text: "כמה חדרים?" } });
    expect(model.requests[1]?.messages.map(({ role }) => role)).toEqual([
      "system",
      "assistant",
      "user",
      "assistant",
      "user",
    ]);
  });

  it("is not told words that may not have been said", async () => {
    const model = scriptedModel([["באיזה אזור?"], ["כמה חדרים?"]]);
    await says("תודה שצפיתם", model);
    await database.owner`update turn set confidence = 0 where text = 'תודה שצפיתם'`;
    await says("בחולון", model);
    const told = model.requests[1]?.messages.filter(({ role }) => role === "user");
    expect(told).toEqual([
      { role: "user", text: "(לא ברור)" },
      { role: "user", text: "בחולון" },
    ]);
  });

  it("says goodbye and hangs up, or rings a person", async () => {
    const goodbye = scriptedModel([["להתראות.", { tool: "end_call", args: {} }]]);
    expect(await says("תודה, ביי", goodbye)).toMatchObject({ answer: { kind: "goodbye", text: "להתראות." } });
    expect(await ending()).toBe("agent_said_goodbye");
    const transfer = scriptedModel([["רגע אחד.", { tool: "transfer_call", args: {} }]]);
    expect(await says("אפשר נציג?", transfer)).toMatchObject({
      answer: { kind: "transfer", text: "רגע אחד.", to: PERSON },
      callerId: business.number,
    });
    expect(await ending()).toBe("transferred");
  });

  it("uses a tool once, also when the same request comes several times at once", async () => {
    const answer: ScriptedAnswer = [{ tool: "take_message", args: { message: "לחזור אליי", name: "דנה" } }];
    const model = scriptedModel([answer, ["נרשם."]]);
    const steps = await Promise.all([1, 2, 3].map(() => says("שיחזרו אליי", model, "once")));
    for (const step of steps) expect(step).toMatchObject({ answer: { kind: "ask", text: "נרשם." } });
    expect(model.requests).toHaveLength(2);
    expect(await tasks()).toHaveLength(1);
    expect((await turns()).at(-1)).toMatchObject({ speaker: "agent", tools: [{ name: "take_message" }] });
  });
});

describe("a request whose process died over the answer", () => {
  // Another process, in which nothing happens any more after the words were kept.
  const died = (text: string, onceKey: string) =>
    openGatheredTurn({ callSid, text, confidence: 0.9, wantsPerson: false, onceKey, requestId: null });

  it("is thought about again when it comes again, before the caller wonders", { retry: 1 }, async () => {
    await died("דירה להשכרה", "died");
    const model = scriptedModel([["באיזה אזור?"]]);
    const startedAt = performance.now();
    expect(await says("דירה להשכרה", model, "died")).toMatchObject({ answer: { kind: "ask", text: "באיזה אזור?" } });
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    expect(model.requests[0]?.messages.filter(({ role }) => role === "user")).toHaveLength(1);
    expect((await turns()).map(({ text }) => text).slice(1)).toEqual(["דירה להשכרה", "באיזה אזור?"]);
  });

  it("is thought about once, however often it comes again", async () => {
    await died("דירה להשכרה", "died");
    const model = scriptedModel([["באיזה אזור?"]]);
    const steps = await Promise.all([1, 2, 3].map(() => says("דירה להשכרה", model, "died")));
    for (const step of steps) expect(step).toMatchObject({ answer: { kind: "ask", text: "באיזה אזור?" } });
    expect(model.requests).toHaveLength(1);
  });

  it("is told which tasks were opened for it already, so that none is opened twice", async () => {
    const opened = await died("יש נזילה, שיבואו", "died");
    if (opened.kind !== "think") throw new Error("the turn is not open");
    const { ctx, callId } = opened.turn;
    await createTask({ ...ctx, role: null }, { title: "לשלוח אינסטלטור", callId });
    const model = scriptedModel([["פתחתי קריאה."]]);
    await says("יש נזילה, שיבואו", model, "died");
    expect(model.requests[0]?.messages.slice(-2)).toMatchObject([
      { role: "assistant", toolCalls: [{ name: "open_task", argumentsJson: expect.stringContaining("אינסטלטור") }] },
      { role: "tool", result: expect.stringContaining('"ok":true') },
    ]);
    expect(await tasks()).toHaveLength(1);
  });
});

describe("a request that another process is answering", () => {
  /** As the other one has it: the turn, and the end of its thinking. */
  async function elsewhere(onceKey: string) {
    const opened = await openGatheredTurn({
      ...{ callSid, text: "דירה להשכרה", confidence: 0.9, wantsPerson: false, onceKey, requestId: null },
    });
    if (opened.kind !== "think") throw new Error("the turn is not open");
    const { turn } = opened;
    const { promise: thought, resolve: finish } = Promise.withResolvers<void>();
    const done = whileThinking(turn, () => thought);
    return { turn, done, finish };
  }
  const thinkingAt = async () =>
    (await database.owner`select max(thinking_at) at from gather_answer where answer is null`)[0]?.at.getTime();

  it("gets that answer, however long it takes, and is not thought about here", async () => {
    const { turn, done, finish } = await elsewhere("slow");
    const model = scriptedModel([["לא אמור להישאל"]]);
    const step = says("דירה להשכרה", model, "slow");
    // Far longer than a dead process is waited for.
    const begun = await thinkingAt();
    await expect.poll(thinkingAt, { timeout: 10_000 }).toBeGreaterThan(begun + 1_500);
    await keepGatheredAnswer(turn, { kind: "ask", text: "באיזה אזור?" }, { tools: [], troubles: [] });
    finish();
    await done;
    expect(await step).toMatchObject({ answer: { kind: "ask", text: "באיזה אזור?" } });
    expect(model.requests).toHaveLength(0);
  });

  it("is taken up by one of all others when that one dies", async () => {
    const { turn, done, finish } = await elsewhere("dies");
    expect(await takeUpThinking(turn.ctx, turn.callId, "dies")).toBe(false);
    finish();
    await done;
    const tries = () => Promise.all([1, 2, 3, 4].map(() => takeUpThinking(turn.ctx, turn.callId, "dies")));
    await expect.poll(async () => (await tries()).filter(Boolean).length).toBe(1);
    expect((await tries()).filter(Boolean)).toHaveLength(0);
  });
});

describe("what our own house cannot keep", () => {
  it("is recorded by the network, and rung back in any case", async () => {
    await database.owner`revoke insert on task from moked_app`;
    const model = scriptedModel([["רשמתי.", { tool: "take_message", args: { message: "לחזור אליי" } }]]);
    const step = await says("שיחזרו אליי", model);
    await database.owner`grant insert on task to moked_app`;
    expect(step).toMatchObject({ answer: { kind: "take_message", text: withoutStream.notKept } });
    await advanceCall({ callSid, status: "completed", durationS: 20, requestId: null });
    expect(await tasks()).toMatchObject([{ title: expect.stringContaining("השיחה נקטעה") }]);
  });
});

describe("a model", () => {
  it("that fails gives way to the brain without one", async () => {
    expect(await says("דירה להשכרה", scriptedModel([new Error("down")]))).toMatchObject({
      answer: { kind: "ask", text: expect.stringContaining("מה השם") },
    });
  });

  it("that never answers gives way in time, and what its tool has done is not done again", async () => {
    const first = scriptedModel([[{ tool: "take_message", args: { message: "לחזור אליי", name: "דנה" } }]]);
    const stalling: LanguageModel = {
      ...first,
      stream: async function* (request, signal) {
        if (first.requests.length === 0) yield* first.stream(request, signal);
        else await new Promise(() => {});
      },
    };
    expect(await says("שיחזרו אליי", stalling, "a", 300)).toMatchObject({
      answer: { kind: "goodbye", text: expect.stringContaining("ההודעה נרשמה") },
    });
    expect(await tasks()).toHaveLength(1);
    expect((await turns()).at(-1)).toMatchObject({ tools: [{ name: "take_message" }], troubles: ["fallback"] });
  });
});
