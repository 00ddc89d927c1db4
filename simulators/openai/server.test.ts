import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { Latency } from "../common/latency.ts";
import { type OpenAiSimulator, startOpenAi } from "./server.ts";

const KEY = "sk-simulation-0123456789";
const model = "gpt-4o";
const SYSTEM = {
  role: "system" as const,
  content: "שם העסק: שי דירות\nתחום: נדל״ן\nשעות פתיחה: ראשון עד חמישי 9:00–18:00",
};
const ASKS = { role: "user" as const, content: "מתי אתם פתוחים?" };
const END_CALL = {
  type: "function" as const,
  function: { name: "end_call", description: "סיום השיחה", parameters: { type: "object", properties: {} } },
};
let api: OpenAiSimulator;
let client: OpenAI;

beforeAll(async () => {
  api = await startOpenAi({ apiKey: KEY, latency: "none" });
  client = new OpenAI({ apiKey: KEY, baseURL: api.url, maxRetries: 0 });
});
beforeEach(() => api.latency.set("none", 1));
afterAll(() => api.close());

describe("chat completions through OpenAI's own client", () => {
  test("answers in one piece, with usage", async () => {
    const answer = await client.chat.completions.create({ model, messages: [SYSTEM, ASKS] });
    expect(answer.choices[0]?.message.content).toContain("9:00–18:00");
    expect(answer.choices[0]?.finish_reason).toBe("stop");
    expect(answer.usage?.completion_tokens).toBeGreaterThan(5);
  });

  test("streams the same answer in small pieces, the usage last", async () => {
    const whole = await client.chat.completions.create({ model, messages: [SYSTEM, ASKS] });
    const stream = await client.chat.completions.create({
      model,
      messages: [SYSTEM, ASKS],
      stream: true,
      stream_options: { include_usage: true },
    });
    const pieces: string[] = [];
    let tokens = 0;
    for await (const chunk of stream) {
      const piece = chunk.choices[0]?.delta.content;
      if (piece) pieces.push(piece);
      tokens = chunk.usage?.completion_tokens ?? tokens;
    }
    expect(pieces.join("")).toBe(whole.choices[0]?.message.content);
    expect(pieces.length).toBeGreaterThan(10);
    expect(tokens).toBe(pieces.length);
  });

  test("streams tool calls that the client can put together", async () => {
    const messages = [SYSTEM, { role: "user" as const, content: "תודה, להתראות" }];
    const stream = client.chat.completions.stream({ model, messages, tools: [END_CALL] });
    const message = await stream.finalMessage();
    expect(message.content).toContain("להתראות");
    expect(message.tool_calls?.[0]).toMatchObject({
      type: "function",
      function: { name: "end_call", arguments: "{}" },
    });
  });

  test("keeps to max_tokens", async () => {
    const answer = await client.chat.completions.create({ model, messages: [SYSTEM, ASKS], max_completion_tokens: 3 });
    expect(answer.choices[0]?.finish_reason).toBe("length");
    expect(answer.usage?.completion_tokens).toBe(3);
  });

  test("first token and pace come from the profile", async () => {
    api.latency.set("fast", 5);
    const startedAt = performance.now();
    const stream = await client.chat.completions.create({ model, messages: [SYSTEM, ASKS], stream: true });
    const arrivals: number[] = [];
    for await (const chunk of stream) if (chunk.choices[0]?.delta.content) arrivals.push(performance.now() - startedAt);
    // Nothing comes before it is due; how much later it comes is the machine's own affair.
    const first = new Latency("fast", 5).firstMs("model");
    expect(arrivals[0]).toBeGreaterThan(first - 5);
    expect(arrivals.at(-1)).toBeGreaterThan(first + (arrivals.length - 1) * 8 - 5);
  });

  test("stops when the client goes away, and writes that down", async () => {
    api.latency.set("slow", 5);
    const after = api.requests.after(0).at(-1)?.id ?? 0;
    const stream = await client.chat.completions.create({ model, messages: [SYSTEM, ASKS], stream: true });
    for await (const chunk of stream) if (chunk.choices[0]?.delta.content) break;
    await expect.poll(() => api.requests.after(after)[0]?.detail).toMatchObject({ cancelled: true });
    expect(api.requests.after(after)[0]?.status).toBe(499);
  });
});

describe("refuses what OpenAI refuses", () => {
  const call = { id: "call_1", type: "function" as const, function: { name: "end_call", arguments: "{}" } };
  const strict = (schema: Record<string, unknown>) => ({
    response_format: { type: "json_schema" as const, json_schema: { name: "x", strict: true, schema } },
  });

  test.each([
    ["no messages", { messages: [] }, 400],
    ["a model that does not exist", { model: "gpt-9", messages: [ASKS] }, 404],
    [
      "a tool message out of nowhere",
      { messages: [ASKS, { role: "tool" as const, tool_call_id: "call_1", content: "{}" }] },
      400,
    ],
    [
      "a tool call without its answer",
      { messages: [ASKS, { role: "assistant" as const, tool_calls: [call] }, ASKS] },
      400,
    ],
    ["an assistant who says nothing", { messages: [ASKS, { role: "assistant" as const, content: null }] }, 400],
    ["content that is null", { messages: [{ role: "user" as const, content: null as unknown as string }] }, 400],
    [
      "a strict schema that leaves keys open",
      { messages: [ASKS], ...strict({ type: "object", properties: {}, required: [] }) },
      400,
    ],
    [
      "a strict schema with an optional key",
      {
        messages: [ASKS],
        ...strict({ type: "object", properties: { a: { type: "string" } }, required: [], additionalProperties: false }),
      },
      400,
    ],
    ["tool_choice without tools", { messages: [ASKS], tool_choice: "auto" as const }, 400],
    [
      "tool_choice of an unknown tool",
      { messages: [ASKS], tools: [END_CALL], tool_choice: { type: "function" as const, function: { name: "fly" } } },
      400,
    ],
    ["both kinds of token limits", { messages: [ASKS], max_tokens: 5, max_completion_tokens: 5 }, 400],
    ["max_tokens for a reasoning model", { model: "gpt-5", messages: [ASKS], max_tokens: 5 }, 400],
    ["stream_options without a stream", { messages: [ASKS], stream_options: { include_usage: true } }, 400],
    ["a temperature of 3", { messages: [ASKS], temperature: 3 }, 400],
  ])("%s", async (_, body, status) => {
    await expect(client.chat.completions.create({ model, ...body })).rejects.toMatchObject({ status });
  });

  test("a wrong key, on every door", async () => {
    const stranger = new OpenAI({ apiKey: "sk-wrong", baseURL: api.url, maxRetries: 0 });
    await expect(stranger.models.list()).rejects.toMatchObject({ status: 401, code: "invalid_api_key" });
    await expect(stranger.chat.completions.create({ model, messages: [ASKS] })).rejects.toMatchObject({ status: 401 });
    const ws = new WebSocket(`ws://127.0.0.1:${api.port}/v1/realtime?intent=transcription`, {
      headers: { authorization: "Bearer sk-wrong" },
    });
    const status = await new Promise((resolve) =>
      ws.once("unexpected-response", (_, answer) => resolve(answer.statusCode)),
    );
    expect(status).toBe(401);
  });
});

describe("faults", () => {
  test("429 with Retry-After, then well again", async () => {
    api.faults.set({ model: { kind: "429", times: 1 } });
    const refused = client.chat.completions.create({ model, messages: [ASKS] });
    await expect(refused).rejects.toMatchObject({ status: 429, code: "rate_limit_exceeded" });
    await expect(client.chat.completions.create({ model, messages: [ASKS] })).resolves.toBeDefined();
  });

  test("a cut stream breaks in the middle", async () => {
    api.faults.set({ model: { kind: "cut", times: 1 } });
    const stream = await client.chat.completions.create({ model, messages: [SYSTEM, ASKS], stream: true });
    const reading = (async () => {
      let heard = "";
      for await (const chunk of stream) heard += chunk.choices[0]?.delta.content ?? "";
      return heard;
    })();
    await expect(reading).rejects.toThrow();
  });
});

describe("speech and models", () => {
  test("mp3, wav and 24 kHz pcm of a length that suits the text", async () => {
    const spoken = { model: "gpt-4o-mini-tts", voice: "coral" as const, input: "שלום, איך אפשר לעזור?" };
    const pcm = await (await client.audio.speech.create({ ...spoken, response_format: "pcm" })).arrayBuffer();
    expect(pcm.byteLength / 48_000).toBeGreaterThan(1.2);
    expect(pcm.byteLength / 48_000).toBeLessThan(2.4);
    const wav = Buffer.from(
      await (await client.audio.speech.create({ ...spoken, response_format: "wav" })).arrayBuffer(),
    );
    expect([wav.toString("latin1", 0, 4), wav.readUInt32LE(24), wav.length]).toEqual([
      "RIFF",
      24_000,
      pcm.byteLength + 44,
    ]);
    const mp3 = Buffer.from(await (await client.audio.speech.create(spoken)).arrayBuffer());
    expect(mp3[0]).toBe(0xff);
    await expect(client.audio.speech.create({ ...spoken, response_format: "opus" })).rejects.toMatchObject({
      status: 400,
    });
  });

  test("models are listed, and an unknown one is not found", async () => {
    expect((await client.models.list()).data.map(({ id }) => id)).toContain("gpt-4o");
    expect((await client.models.retrieve("gpt-4o")).id).toBe("gpt-4o");
    await expect(client.models.retrieve("gpt-9")).rejects.toMatchObject({ status: 404, code: "model_not_found" });
  });
});
