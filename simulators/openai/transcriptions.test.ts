import OpenAI, { toFile } from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPhrasebook } from "../phrasebook/index.ts";
import { fromMulaw } from "./recognition/signal.ts";
import { type OpenAiSimulator, startOpenAi } from "./server.ts";

const { phrases } = loadPhrasebook();
let simulator: OpenAiSimulator;
let client: OpenAI;

beforeAll(async () => {
  simulator = await startOpenAi({ apiKey: "sk-test", latency: "none" });
  client = new OpenAI({ apiKey: "sk-test", baseURL: simulator.url, maxRetries: 0 });
});
afterAll(() => simulator.close());

function audioOf(id: string): Uint8Array {
  return phrases.get(id)?.audio ?? new Uint8Array();
}

/** A WAV file: mu-law as it is, or 16-bit samples at a rate of which 8000 is a divisor, linearly interpolated. */
function wav(audio: Uint8Array, rate?: number): Buffer {
  const body = rate === undefined ? Buffer.from(audio) : linear(audio, rate / 8000);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + body.length, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(rate === undefined ? 7 : 1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate ?? 8000, 24);
  header.writeUInt32LE(rate === undefined ? 8000 : rate * 2, 28);
  header.writeUInt16LE(rate === undefined ? 1 : 2, 32);
  header.writeUInt16LE(rate === undefined ? 8 : 16, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(body.length, 40);
  return Buffer.concat([header, body]);
}

function linear(audio: Uint8Array, times: number): Buffer {
  const samples = fromMulaw(audio);
  const body = Buffer.alloc(samples.length * times * 2);
  for (let index = 0; index < samples.length * times; index++) {
    const at = Math.floor(index / times);
    const part = index / times - at;
    const value = (samples[at] ?? 0) * (1 - part) + (samples[at + 1] ?? 0) * part;
    body.writeInt16LE(Math.round(value * 32000), index * 2);
  }
  return body;
}

const file = (audio: Uint8Array, rate?: number) => toFile(wav(audio, rate), "turn.wav", { type: "audio/wav" });

describe("an upload", () => {
  it.each([undefined, 8000, 16000, 24000, 48000])("at a rate of %s is transcribed", async (rate) => {
    const answer = await client.audio.transcriptions.create({
      file: await file(audioOf("rental_opening"), rate),
      model: "gpt-4o-transcribe",
      language: "he",
    });
    expect(answer.text).toBe("שלום, אני מחפש דירה להשכרה.");
    expect(answer.usage).toMatchObject({ type: "tokens" });
  });

  it("comes with the tokens' log probabilities when asked for", async () => {
    const answer = await client.audio.transcriptions.create({
      file: await file(audioOf("transfer_person")),
      model: "gpt-4o-mini-transcribe",
      language: "he",
      include: ["logprobs"],
    });
    expect(answer.logprobs?.map(({ token }) => token).join("")).toBe(answer.text);
    for (const { logprob } of answer.logprobs ?? []) expect(logprob).toBeGreaterThan(-0.2);
  });

  it("is streamed when asked for", async () => {
    const events = await client.audio.transcriptions.create({
      file: await file(audioOf("hours_saturday")),
      model: "gpt-4o-transcribe",
      language: "he",
      stream: true,
    });
    let deltas = "";
    let done = "";
    for await (const event of events) {
      if (event.type === "transcript.text.delta") deltas += event.delta;
      if (event.type === "transcript.text.done") done = event.text;
    }
    expect(deltas).toBe("אתם פתוחים בשבת?");
    expect(done).toBe(deltas);
  });

  it("of no known words is empty, and whisper-1 says that it was no speech", async () => {
    const hum = Uint8Array.from({ length: 16000 }, (_, index) => (index % 40 < 20 ? 0x9f : 0x1f));
    const answer = await client.audio.transcriptions.create({
      file: await file(hum),
      model: "whisper-1",
      language: "he",
      response_format: "verbose_json",
    });
    expect(answer.text).toBe("");
    expect(answer.segments?.[0]?.no_speech_prob).toBeGreaterThan(0.6);
    expect(answer.segments?.[0]?.avg_logprob).toBeLessThan(-1);
  });

  it("has word times from whisper-1", async () => {
    const answer = await client.audio.transcriptions.create({
      file: await file(audioOf("hours_when_open")),
      model: "whisper-1",
      language: "he",
      response_format: "verbose_json",
      timestamp_granularities: ["word"],
    });
    expect(answer.words?.map(({ word }) => word)).toEqual(["מתי", "אתם", "פתוחים?"]);
    expect(answer.segments?.[0]?.no_speech_prob).toBeLessThan(0.1);
  });

  it("drifts when the language is not given", async () => {
    const ask = async (id: string) =>
      client.audio.transcriptions.create({
        file: await file(audioOf(id)),
        model: "gpt-4o-transcribe",
        include: ["logprobs"],
      });
    const short = await ask("yes");
    expect(short.text).toBe("Ken");
    expect(short.logprobs?.[0]?.logprob).toBeLessThan(-0.5);
    expect((await ask("sale_budget")).text).toBe("התקציב שלנו הוא בערך שלושה מיליון שקל.");
  });
});

describe("an upload is refused", () => {
  const upload = async (fields: { model?: string; name?: string; content?: Buffer; format?: "verbose_json" }) =>
    client.audio.transcriptions.create({
      file: await toFile(fields.content ?? wav(audioOf("yes")), fields.name ?? "turn.wav"),
      model: fields.model ?? "gpt-4o-transcribe",
      ...(fields.format ? { response_format: fields.format } : {}),
    });

  it("without the right key", async () => {
    const stranger = new OpenAI({ apiKey: "sk-other", baseURL: simulator.url, maxRetries: 0 });
    const refused = stranger.audio.transcriptions.create({ file: await file(audioOf("yes")), model: "whisper-1" });
    await expect(refused).rejects.toMatchObject({ status: 401, code: "invalid_api_key" });
  });

  it("for a model that does not exist", async () => {
    await expect(upload({ model: "gpt-9" })).rejects.toMatchObject({ status: 404, code: "model_not_found" });
  });

  it("as raw mu-law", async () => {
    await expect(upload({ name: "turn.ulaw", content: Buffer.from(audioOf("yes")) })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("Invalid file format"),
    });
  });

  it("as raw mu-law that calls itself a WAV file", async () => {
    await expect(upload({ content: Buffer.from(audioOf("yes")) })).rejects.toMatchObject({
      status: 400,
      param: "file",
    });
  });

  it("when it is shorter than a tenth of a second", async () => {
    await expect(upload({ content: wav(audioOf("yes").subarray(0, 400)) })).rejects.toMatchObject({
      code: "audio_too_short",
    });
  });

  it("when it is larger than 25 MB", async () => {
    await expect(upload({ content: Buffer.alloc(25 * 1024 * 1024 + 1) })).rejects.toMatchObject({ status: 413 });
  });

  it("when the format is not the model's", async () => {
    await expect(upload({ format: "verbose_json" })).rejects.toMatchObject({ status: 400, param: "response_format" });
  });

  it("while the fault is on, and written down", async () => {
    simulator.faults.set({ transcription: { kind: "429", times: 1 } });
    await expect(upload({})).rejects.toMatchObject({ status: 429 });
    await upload({});
    const steps = simulator.requests.after(0).filter(({ step }) => step === "transcription");
    expect(steps.slice(-2).map(({ status }) => status)).toEqual([429, 200]);
  });
});
