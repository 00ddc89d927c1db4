import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenAiSimulator, startOpenAi } from "#simulators/openai/server.ts";
import type { ChatEvent, ChatRequest } from "../types.ts";
import { toExtractParams } from "./map.ts";
import { openAiLanguageModel } from "./model.ts";
import { ToolCallAssembly } from "./tool-calls.ts";

const apiKey = "sk-test";
let openai: OpenAiSimulator;
beforeAll(async () => {
  openai = await startOpenAi({ apiKey, latency: "none" });
});
afterAll(() => openai.close());

const model = (name = "gpt-4o", key = apiKey) => openAiLanguageModel({ apiKey: key, baseUrl: openai.url, model: name });
const live = () => new AbortController().signal;

function ask(text: string, more: Partial<ChatRequest> = {}): ChatRequest {
  return {
    messages: [
      { role: "system", text: "שם העסק: שי דירות" },
      { role: "user", text },
    ],
    tools: [],
    maxTokens: 200,
    temperature: 0.3,
    ...more,
  };
}

async function collect(events: AsyncIterable<ChatEvent>): Promise<ChatEvent[]> {
  const all: ChatEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const endCall = {
  name: "end_call",
  description: "סיום השיחה אחרי שנפרדו",
  parameters: { type: "object", properties: {}, additionalProperties: false },
};

describe("an answer of the model", () => {
  it.each(["gpt-4o", "gpt-5-mini"])("streams in pieces (%s)", async (name) => {
    const events = await collect(model(name).stream(ask("אני מחפש דירה להשכרה"), live()));
    expect(events.filter(({ type }) => type === "text").length).toBeGreaterThan(2);
    expect(events.at(-1)).toEqual({ type: "end", reason: "stop" });
  });

  it("asks for tools, and takes their results", async () => {
    const goodbye = ask("תודה רבה, להתראות", { tools: [endCall] });
    const events = await collect(model().stream(goodbye, live()));
    // The words can be spoken before the model has written what it wants done.
    const kinds = events.map(({ type }) => type).filter((type, at, all) => type !== all[at - 1]);
    expect(kinds).toEqual(["text", "text_end", "tool_call", "end"]);
    const call = events.find((event) => event.type === "tool_call")?.call;
    expect(call).toMatchObject({ name: "end_call", argumentsJson: "{}" });
    if (!call) return;
    const replayed = ask("", {
      tools: [endCall],
      messages: [
        ...goodbye.messages,
        { role: "assistant", text: "", toolCalls: [call] },
        { role: "tool", callId: call.id, result: '{"ok":true}' },
      ],
    });
    expect((await collect(model().stream(replayed, live()))).at(-1)?.type).toBe("end");
  });

  it("stops when nobody listens any more", async () => {
    const abort = new AbortController();
    const events = model().stream(ask("אני מחפש דירה להשכרה"), abort.signal);
    await expect(
      (async () => {
        for await (const _ of events) abort.abort(new Error("barge-in"));
      })(),
    ).rejects.toThrow("barge-in");
    await expect(collect(model().stream(ask("שלום"), abort.signal))).rejects.toThrow("barge-in");
  });

  it.each(["429", "500"] as const)("is asked for once more when that can help (%s)", async (kind) => {
    openai.faults.set({ model: { kind, times: 1 } });
    const events = await collect(model().stream(ask("אני מחפש דירה להשכרה"), live()));
    expect(events.at(-1)).toEqual({ type: "end", reason: "stop" });
  });

  it("is not asked for again when that cannot help", async () => {
    const asked = () => openai.requests.after(0).filter(({ step }) => step === "model").length;
    const before = asked();
    openai.faults.set({ model: { kind: "quota" } });
    await expect(collect(model().stream(ask("שלום"), live()))).rejects.toMatchObject({ retryable: false });
    expect(asked()).toBe(before + 1);
    openai.faults.set({ model: null });
  });

  it.each([
    ["429", true],
    ["500", true],
    ["cut", true],
    ["stall", true],
  ] as const)("that fails with %s says so in our own words", async (kind, retryable) => {
    openai.faults.set({ model: { kind, times: 2 } });
    await expect(collect(model().stream(ask("אני מחפש דירה להשכרה"), live()))).rejects.toMatchObject({
      name: "ProviderFailed",
      provider: "llm",
      retryable,
    });
    openai.faults.set({ model: null });
  });

  it("cannot be had with a wrong key or an unknown model, now or later", async () => {
    for (const wrong of [model("gpt-4o", "sk-wrong"), model("no-such-model")]) {
      await expect(collect(wrong.stream(ask("שלום"), live()))).rejects.toMatchObject({ retryable: false });
      await expect(wrong.check(live())).rejects.toMatchObject({ provider: "llm", retryable: false });
    }
    await expect(model().check(live())).resolves.toBeUndefined();
  });
});

describe("a form that the model fills in", () => {
  const schema = {
    type: "object",
    properties: { summary: { type: "string", minLength: 1, maxLength: 500 }, rooms: { type: ["integer", "null"] } },
    required: ["summary", "rooms"],
    additionalProperties: false,
  };
  const form = { messages: ask("דירה להשכרה, שלושה חדרים").messages, name: "call", schema, maxTokens: 400 };

  it.each(["gpt-4o", "gpt-5-mini"])("comes whole and read (%s)", async (name) => {
    expect(await model(name).extract(form, live())).toEqual({ summary: expect.stringContaining("דירה"), rooms: 3 });
  });

  it("asks for exactly that shape, without the limits that not every model takes", async () => {
    const params = toExtractParams("gpt-4o", {
      ...form,
      schema: { ...schema, properties: { format: { minLength: 1 } } },
    });
    expect(params.response_format).toMatchObject({ json_schema: { strict: true } });
    expect(JSON.stringify(params.response_format)).not.toMatch(/minLength/);
    expect(JSON.stringify(params.response_format)).toContain('"properties":{"format":{}}');
  });

  it.each([
    ["429", true],
    ["500", true],
    ["cut", true],
  ] as const)("that fails with %s says so in our own words", async (kind, retryable) => {
    openai.faults.set({ model: { kind, times: 1 } });
    await expect(model().extract(form, live())).rejects.toMatchObject({ provider: "llm", retryable });
  });

  it("that was cut at its length, or stopped, is none", async () => {
    await expect(model().extract({ ...form, maxTokens: 3 }, live())).rejects.toMatchObject({ retryable: false });
    await expect(model().extract(form, AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
  });
});

describe("tool calls in pieces", () => {
  it("are put together by their index", () => {
    const calls = new ToolCallAssembly();
    calls.add([{ index: 1, id: "b", function: { name: "two", arguments: "" } }]);
    calls.add([{ index: 0, id: "a", function: { name: "one", arguments: '{"x' } }]);
    calls.add([
      { index: 0, function: { arguments: '":1}' } },
      { index: 1, function: { arguments: "{}" } },
    ]);
    expect(calls.complete()).toEqual([
      { id: "a", name: "one", argumentsJson: '{"x":1}' },
      { id: "b", name: "two", argumentsJson: "{}" },
    ]);
  });
});
