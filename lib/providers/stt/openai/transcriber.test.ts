import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { type OpenAiSimulator, startOpenAi } from "#simulators/openai/server.ts";
import { loadPhrasebook } from "#simulators/phrasebook/index.ts";
import { wavFromMulaw } from "../../audio/wav.ts";
import type { TranscriptionStream } from "../types.ts";
import { openAiTranscriber } from "./transcriber.ts";

const apiKey = "sk-test";
const options = { language: "he", prompt: "שי דירות ומשרדים" } as const;
const [first, second] = [...loadPhrasebook().phrases.values()].filter(({ words }) => words.length > 3);
if (!first || !second) throw new Error("the phrasebook is empty");
const live = () => new AbortController().signal;

let openai: OpenAiSimulator;
beforeAll(async () => {
  openai = await startOpenAi({ apiKey, latency: "none" });
});
afterAll(() => openai.close());

function open(baseUrl = openai.url, key = apiKey, model = "gpt-4o-transcribe"): TranscriptionStream {
  const stream = openAiTranscriber({ apiKey: key, baseUrl, model }).open(options);
  onTestFinished(() => stream.close());
  return stream;
}

function speak(stream: TranscriptionStream, audio: Uint8Array): void {
  for (let at = 0; at < audio.length; at += 160) stream.append(audio.subarray(at, at + 160));
}

describe("a caller's words over the realtime socket", () => {
  it("come back exactly, also when they were said before the socket was open", async () => {
    const stream = open();
    speak(stream, first.audio);
    const transcript = await stream.commit();
    expect(transcript.text).toBe(first.text);
    expect(transcript.confidence).toBeGreaterThan(0.5);
  });

  it("belong to the commit that asked for them, however many are on their way", async () => {
    const stream = open();
    speak(stream, first.audio);
    const one = stream.commit();
    speak(stream, second.audio);
    const two = stream.commit();
    expect([(await one).text, (await two).text]).toEqual([first.text, second.text]);
  });

  it("are forgotten when they are discarded, sent or not", async () => {
    const stream = open();
    speak(stream, first.audio);
    await stream.commit();
    speak(stream, first.audio);
    stream.discard();
    speak(stream, second.audio);
    expect((await stream.commit()).text).toBe(second.text);
  });

  it("are none when there was hardly any sound", async () => {
    const stream = open();
    expect(await stream.commit()).toEqual({ text: "", confidence: null, noSpeech: null, compression: null });
    stream.append(new Uint8Array(700).fill(0xff));
    expect(await stream.commit()).toEqual({ text: "", confidence: null, noSpeech: null, compression: null });
  });

  it("are not lost when the service fails at them once", async () => {
    const stream = open();
    openai.faults.set({ transcription: { kind: "500", times: 1 } });
    speak(stream, first.audio);
    expect((await stream.commit()).text).toBe(first.text);
  });

  it("are not lost when the connection is cut while they are being recognised", async () => {
    const stream = open();
    openai.faults.set({ transcription: { kind: "cut", times: 1 } });
    speak(stream, first.audio);
    const one = stream.commit();
    speak(stream, second.audio);
    expect((await one).text).toBe(first.text);
    expect((await stream.commit()).text).toBe(second.text);
  });

  it("cannot be had with a wrong key or an unknown model, and that is said at once", async () => {
    for (const stream of [open(openai.url, "sk-wrong"), open(openai.url, apiKey, "no-such-model")]) {
      speak(stream, first.audio);
      await expect(stream.commit()).rejects.toMatchObject({ provider: "stt", retryable: false });
      await expect(stream.commit()).rejects.toMatchObject({ retryable: false });
    }
  });

  it("are refused, not waited for, once the stream is closed", async () => {
    const stream = open();
    speak(stream, first.audio);
    const waiting = stream.commit();
    stream.close();
    await expect(waiting).rejects.toMatchObject({ provider: "stt" });
    await expect(stream.commit()).rejects.toMatchObject({ provider: "stt" });
    stream.append(first.audio);
    stream.close();
  });
});

describe("on the wire", () => {
  it("audio goes out in pieces of a tenth of a second, the session first", async () => {
    const { url, messages } = await scriptedService(() => {});
    const stream = open(url);
    await expect.poll(() => messages.length).toBe(1);
    speak(stream, first.audio.subarray(0, 1700));
    stream.commit().catch(() => {});
    await expect.poll(() => messages.at(-1)?.type).toBe("input_audio_buffer.commit");
    expect(messages[0]).toMatchObject({
      type: "session.update",
      session: {
        type: "transcription",
        audio: { input: { format: { type: "audio/pcmu" }, transcription: { language: "he" }, turn_detection: null } },
      },
    });
    const sizes = messages.filter(({ audio }) => audio).map(({ audio }) => Buffer.from(String(audio), "base64").length);
    expect(sizes).toEqual([800, 800, 100]);
  });

  it("what fails on two connections has failed", async () => {
    const { url } = await scriptedService((message, socket) => {
      if (message.type === "input_audio_buffer.commit") socket.terminate();
    });
    const stream = open(url);
    speak(stream, first.audio);
    await expect(stream.commit()).rejects.toMatchObject({ provider: "stt", retryable: true });
  });

  it.each([200, 404])("a service without the socket (it says %d) gets uploads", async (status) => {
    const server = createServer((request, response) => {
      if (request.method === "GET") response.statusCode = status;
      request.resume().on("end", () => response.setHeader("content-type", "application/json").end('{"text":"שלום"}'));
    });
    const stream = open(await listen(server));
    speak(stream, first.audio);
    expect(await stream.commit()).toEqual({ text: "שלום", confidence: null, noSpeech: null, compression: null });
    speak(stream, second.audio);
    expect((await stream.commit()).text).toBe("שלום");
  });
});

describe("a recording", () => {
  it("is transcribed as a whole, and how sure it is is known for every model", async () => {
    for (const model of ["gpt-4o-transcribe", "whisper-1"]) {
      const transcriber = openAiTranscriber({ apiKey, baseUrl: openai.url, model });
      const transcript = await transcriber.transcribe(wavFromMulaw(first.audio), options, live());
      expect(transcript.text).toBe(first.text);
      expect(transcript.confidence).toBeGreaterThan(0.5);
      const whisper = model === "whisper-1";
      expect(transcript.noSpeech).toEqual(whisper ? expect.closeTo(0.02) : null);
      expect(transcript.compression).toEqual(whisper ? expect.any(Number) : null);
    }
  });

  it("fails in our own words", async () => {
    const transcriber = openAiTranscriber({ apiKey, baseUrl: openai.url, model: "gpt-4o-transcribe" });
    openai.faults.set({ transcription: { kind: "429", times: 1 } });
    await expect(transcriber.transcribe(wavFromMulaw(first.audio), options, live())).rejects.toMatchObject({
      provider: "stt",
      retryable: true,
    });
    await expect(transcriber.transcribe(new Uint8Array(10), options, live())).rejects.toMatchObject({
      retryable: false,
    });
  });
});

type Message = Record<string, unknown>;

async function scriptedService(answer: (message: Message, socket: WebSocket) => void) {
  const messages: Message[] = [];
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => {
    socket.on("message", (data) => {
      const message: Message = JSON.parse(data.toString());
      messages.push(message);
      answer(message, socket);
    });
  });
  const url = await listen(server, () => {
    for (const socket of sockets.clients) socket.terminate();
  });
  return { url, messages };
}

async function listen(server: Server, beforeClose = () => {}): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    beforeClose();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}
