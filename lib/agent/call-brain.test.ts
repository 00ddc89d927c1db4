import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenAiSimulator, startOpenAi } from "#simulators/openai/server.ts";
import { realEstateDefaults } from "../businesses/defaults.ts";
import { openCall } from "../calls/open-call.ts";
import { openAiLanguageModel } from "../providers/llm/openai/model.ts";
import type { LanguageModel } from "../providers/llm/types.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import type { Brain, BrainEvent, CallAction, Utterance } from "../voice/ports.ts";
import { type CallToAnswer, createCallBrain, expectedWords } from "./call-brain.ts";

const PHONE = "+972531234567";
let database: TestDatabase;
let tested: TestBusiness;
let openai: OpenAiSimulator;
let model: LanguageModel;
beforeAll(async () => {
  database = await testDatabase();
  tested = await testBusiness("שי דירות ומשרדים");
  openai = await startOpenAi({ apiKey: "sk-test", latency: "none" });
  model = openAiLanguageModel({ apiKey: "sk-test", baseUrl: openai.url, model: "gpt-4o" });
});
afterAll(async () => {
  await openai.close();
  await database.drop();
});

async function ring(business: Partial<CallToAnswer["business"]> = {}): Promise<CallToAnswer> {
  const callSid = `CA${randomUUID().replaceAll("-", "")}`;
  await openCall({ callSid, from: PHONE, to: tested.number, requestId: null });
  const [row] = await database.owner`select id, customer_id from call where call_sid = ${callSid}`;
  return {
    ctx: { businessId: tested.id, actor: { kind: "agent", callId: row?.id }, role: null, requestId: null },
    callId: row?.id,
    business: {
      name: "שי דירות ומשרדים",
      address: "הרצל 1, חולון",
      transferPhone: null,
      enableRecordingFallback: true,
      ...realEstateDefaults,
      ...business,
    },
    caller: { customerId: row?.customer_id, name: null, phone: PHONE },
    history: [],
  };
}

/** A whole conversation, by text; what was said, used, and done to the call at the end. */
async function converse(brain: Brain, lines: string[]) {
  const history: Utterance[] = [{ speaker: "agent", text: "שלום, במה אפשר לעזור?", tools: [] }];
  let action: CallAction | null = null;
  for (const text of lines) {
    history.push({ speaker: "caller", text, tools: [] });
    const answer: Utterance = { speaker: "agent", text: "", tools: [] };
    for (const event of await collect(brain, history)) {
      if (event.type === "text") answer.text += event.delta;
      else if (event.type === "tool") answer.tools.push(event.use);
      else if (event.type === "then") action = event.action;
    }
    history.push(answer);
    if (action) break;
  }
  return { said: history.filter(({ speaker }) => speaker === "agent").map(({ text }) => text), action };
}

async function collect(brain: Brain, history: Utterance[]): Promise<BrainEvent[]> {
  const events: BrainEvent[] = [];
  for await (const event of brain.reply(history, new AbortController().signal, Promise.resolve())) events.push(event);
  return events;
}

const RENTAL = [
  "שלום, אני מחפש דירה להשכרה.",
  "בתל אביב.",
  "שלושה חדרים.",
  "עד ששת אלפים שקל לחודש.",
  "באחד באוגוסט.",
  "קוראים לי דני כהן.",
  "כן",
  "לא, תודה רבה, להתראות.",
];

describe("a call about a flat to rent", () => {
  it.each([
    ["with a model", () => model],
    ["without one", () => null],
  ])("leaves the staff a task, and ends with a goodbye (%s)", async (_, brainOf) => {
    const call = await ring();
    const { said, action } = await converse(createCallBrain(call, brainOf()), RENTAL);
    expect(action).toEqual({ kind: "hang_up" });
    expect(said.at(-1)).toMatch(/להתראות/);
    const tasks =
      await database.owner`select title, details, source, customer_id from task where call_id = ${call.callId}`;
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({ source: "agent", customer_id: call.caller.customerId });
    expect(`${tasks[0]?.title} ${tasks[0]?.details}`).toMatch(/דירה|להשכרה/);
  });

  it.each(["with a model", "without one"])("rings a person at the key 0, %s", async (which) => {
    const brain = createCallBrain(
      await ring({ transferPhone: "+97231234567" }),
      which === "without one" ? null : model,
    );
    expect(await converse(brain, ["אני מחפש דירה", "הקשה על 0: אפשר לדבר עם נציג?"])).toMatchObject({
      action: { kind: "transfer", to: "+97231234567" },
    });
  });

  it("is saved by the fallback when the model is down", async () => {
    const call = await ring();
    openai.faults.set({ model: { kind: "500" } });
    const brain = createCallBrain(call, model);
    const { action } = await converse(brain, ["אני מחפש דירה להשכרה", "דני"]);
    openai.faults.set({ model: null });
    expect(action).toEqual({ kind: "hang_up" });
    expect(await database.owner`select 1 from task where call_id = ${call.callId}`).toHaveLength(1);
  });
});

describe("a message that our own house cannot keep", () => {
  it.each([
    ["is recorded by the network", true, { kind: "record" }],
    ["ends the call where nothing is recorded", false, { kind: "hang_up" }],
  ])("%s", async (_, enableRecordingFallback, expected) => {
    const call = await ring({ enableRecordingFallback });
    await database.owner`revoke insert on task from moked_app`;
    const { action } = await converse(createCallBrain(call, null), ["אני מחפש דירה להשכרה", "דני"]);
    await database.owner`grant insert on task to moked_app`;
    expect(action).toEqual(expected);
  });
});

describe("a model on a bad day", () => {
  it.each([
    "broken_json",
    "unknown_tool",
    "wrong_arguments",
    "other_language",
    "prompt_leak",
    "quota",
    "429",
    "500",
    "stall",
  ] as const)("%s: the caller hears no error, is asked for a message, and the staff get a task", async (kind) => {
    const call = await ring();
    openai.faults.set({ model: { kind } });
    const { said, action } = await converse(createCallBrain(call, model), ["אני מחפש דירה להשכרה", "דני"]);
    openai.faults.set({ model: null });
    expect(said[1]).toMatch(/מה השם, בבקשה/);
    expect(said.join(" ")).not.toMatch(/[a-z{}]|נציג הקולי/);
    expect(action).toEqual({ kind: "hang_up" });
    expect(await database.owner`select 1 from task where call_id = ${call.callId}`).toHaveLength(1);
  });

  it("endless: it says no more than half a minute's worth", async () => {
    openai.faults.set({ model: { kind: "endless", times: 1 } });
    const { said } = await converse(createCallBrain(await ring(), model), ["אני מחפש דירה להשכרה"]);
    expect(said.at(-1)?.length).toBeLessThan(500);
  });
});

describe("what the agent says of the business", () => {
  it("follows the settings", async () => {
    const closedOnMonday = { ...realEstateDefaults.openingHours, 1: [] };
    const { said } = await converse(createCallBrain(await ring({ openingHours: closedOnMonday }), model), [
      "אתם פתוחים ביום שני?",
    ]);
    expect(said.at(-1)).toMatch(/סגור/);
    const usual = await converse(createCallBrain(await ring(), model), ["אתם פתוחים ביום שני?"]);
    expect(usual.said.at(-1)).not.toMatch(/סגור/);
  });

  it("leads to a person only where there is one", async () => {
    const ask = ["אפשר לדבר עם בן אדם?"];
    const { action } = await converse(createCallBrain(await ring({ transferPhone: "+97231112222" }), model), ask);
    expect(action).toEqual({ kind: "transfer", to: "+97231112222" });
    expect((await converse(createCallBrain(await ring(), model), ask)).action).toBeNull();
  });

  it("gives the recogniser the names to expect", async () => {
    expect(expectedWords(await ring())).toBe(`שי דירות ומשרדים, ${realEstateDefaults.field}, הרצל 1, חולון`);
  });
});
