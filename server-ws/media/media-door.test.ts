import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { afterEach, describe, expect, test } from "vitest";
import WebSocket from "ws";
import type { SpeechDetector } from "#lib/voice/ports.ts";
import { createMetrics } from "../metrics.ts";
import { type FakeProduct, fakeProduct } from "../testing/fake-call.ts";
import { type MediaDoor, openMediaDoor } from "./media-door.ts";
import type { MediaPorts } from "./ports.ts";

const STREAM_URL = "wss://moked.example/ws/twilio-media";
const closing: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Running extends FakeProduct {
  door: MediaDoor;
  metrics: ReturnType<typeof createMetrics>;
  url: string;
  openDetectors: Set<SpeechDetector>;
}

async function mediaDoor(
  changes: Partial<MediaPorts> = {},
  { readyWithinMs = 4_000, maxStreams = 10 } = {},
): Promise<Running> {
  const product = fakeProduct(changes);
  const metrics = createMetrics();
  const openDetectors = new Set<SpeechDetector>();
  const door = openMediaDoor({
    ports: product.ports,
    vad: {
      open() {
        const detector: SpeechDetector = { push() {}, onProbability() {}, close: () => openDetectors.delete(detector) };
        openDetectors.add(detector);
        return detector;
      },
      waitingFrames: () => 0,
      close: async () => {},
    },
    metrics,
    readyWithinMs,
    maxStreams,
    log: pino({ level: "silent" }),
    streamUrl: STREAM_URL,
    isSignedByTwilio: (url, form, signature) =>
      url === STREAM_URL && Object.keys(form).length === 0 && signature === "genuine",
  });
  const server: Server = createServer();
  server.on("upgrade", (request, socket, head) => door.upgrade(request, socket, head, "request-1"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws/twilio-media`;
  return { ...product, door, metrics, url, openDetectors };
}

interface Phone {
  socket: WebSocket;
  got: Record<string, unknown>[];
  send(frame: unknown): void;
  closed: Promise<number>;
}

async function phone(url: string, signature = "genuine"): Promise<Phone> {
  const socket = new WebSocket(url, { headers: { "X-Twilio-Signature": signature } });
  closing.push(() => socket.terminate());
  const got: Record<string, unknown>[] = [];
  socket.on("message", (data) => got.push(JSON.parse(data.toString())));
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  return {
    socket,
    got,
    closed,
    send: (frame) => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame)),
  };
}

const start = (callToken: string) => ({
  event: "start",
  sequenceNumber: "1",
  streamSid: "MZ1",
  start: {
    callSid: "CA1",
    customParameters: { call_token: callToken },
    mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
  },
});
const media = (chunk = 1) => ({
  event: "media",
  streamSid: "MZ1",
  media: {
    track: "inbound",
    chunk: String(chunk),
    timestamp: "0",
    payload: Buffer.alloc(160, 0xff).toString("base64"),
  },
});
const mark = (name: string) => ({ event: "mark", streamSid: "MZ1", mark: { name } });

/** A call that has begun: the conversation is there and the marker frame has come through. */
async function talking(running: Running): Promise<{ line: Phone; conversation: FakeProduct["conversations"][number] }> {
  const index = running.conversations.length;
  const line = await phone(running.url);
  line.send({ event: "connected", protocol: "Call", version: "1.0.0" });
  line.send(start("good"));
  await expect.poll(() => running.conversations[index]?.history).toBeDefined();
  const conversation = running.conversations[index];
  if (!conversation) throw new Error("no conversation");
  return { line, conversation };
}

describe("who gets in", () => {
  test("nobody without Twilio's signature over the stream's address", async () => {
    const { url, conversations } = await mediaDoor();
    await expect(phone(url, "forged")).rejects.toThrow("403");
    expect(conversations).toEqual([]);
  });

  test("no foreign token: closed before a byte of audio", async () => {
    const { url, conversations } = await mediaDoor();
    const line = await phone(url);
    line.send(start("foreign"));
    expect(await line.closed).toBe(1008);
    expect([line.got, conversations]).toEqual([[], []]);
  });

  test("no start without a token at all", async () => {
    const { url } = await mediaDoor();
    const line = await phone(url);
    line.send({ ...start("x"), start: { ...start("x").start, customParameters: {} } });
    expect(await line.closed).toBe(1008);
  });

  test("when the call cannot be looked up, the network takes over", async () => {
    const { url } = await mediaDoor({ claim: () => Promise.reject(new Error("no database")) });
    const line = await phone(url);
    line.send(start("good"));
    expect(await line.closed).toBe(1011);
  });

  test("when the database does not answer, the network takes over, and a late answer changes nothing", {
    timeout: 15_000,
  }, async () => {
    const found = Promise.withResolvers<void>();
    const running = await mediaDoor({}, { readyWithinMs: 20 });
    const { claim } = running.ports;
    running.ports.claim = (asked) => found.promise.then(() => claim(asked));
    const line = await phone(running.url);
    line.send(start("good"));
    expect(await line.closed).toBe(1011);
    found.resolve();
    await expect.poll(() => running.done).toEqual(["ending stream_failed"]);
    expect([running.conversations[0]?.history, running.openDetectors.size]).toEqual([undefined, 0]);
  });

  test("when the talk cannot be prepared, nothing stays open", async () => {
    const running = await mediaDoor({ converse: () => Promise.reject(new Error("no persona")) });
    const line = await phone(running.url);
    line.send(start("good"));
    expect(await line.closed).toBe(1011);
    expect(running.openDetectors.size).toBe(0);
  });
});

describe("a call", () => {
  test("passes audio, marks and keys on, and speaks through the socket", async () => {
    const running = await mediaDoor();
    const { line, conversation } = await talking(running);
    expect(conversation.history).toEqual([{ speaker: "caller", text: "שלום", tools: [] }]);
    line.send(media());
    line.send(mark("g1-240"));
    line.send({ event: "dtmf", streamSid: "MZ1", dtmf: { digit: "7" } });
    await expect.poll(() => conversation.digits).toEqual(["7"]);
    expect([conversation.heard, conversation.marks]).toEqual([[160], ["g1-240"]]);

    conversation.parts.line.send(new Uint8Array(20_000));
    conversation.parts.line.mark("m1");
    conversation.parts.line.clear();
    await expect.poll(() => line.got.map((frame) => frame.event)).toEqual(["media", "media", "media", "mark", "clear"]);
    expect(line.got[3]).toEqual({ event: "mark", streamSid: "MZ1", mark: { name: "m1" } });
  });

  test("audio that comes while the call is looked up is not lost", async () => {
    let found = () => {};
    const running = await mediaDoor();
    const { claim } = running.ports;
    running.ports.claim = async (asked) => {
      await new Promise<void>((resolve) => {
        found = resolve;
      });
      return claim(asked);
    };
    const line = await phone(running.url);
    line.send(media());
    line.send(start("good"));
    line.send(media());
    line.send(media(2));
    // The answer to a ping proves that everything before it was read.
    const pong = new Promise((resolve) => line.socket.once("pong", resolve));
    line.socket.ping();
    await pong;
    found();
    await expect.poll(() => running.conversations[0]?.heard).toEqual([160, 160]);
  });

  test("a second start, unknown events and bad frames disturb nobody", async () => {
    const running = await mediaDoor();
    const { line, conversation } = await talking(running);
    line.send(start("good"));
    line.send(start("foreign"));
    line.send({ event: "weather", streamSid: "MZ1" });
    for (const bad of ["not json", "{}", '{"event":"media"}', JSON.stringify({ ...media(), streamSid: "MZ2" })])
      line.send(bad);
    line.send({ event: "media", streamSid: "MZ1", media: { payload: "@@" } });
    line.socket.send(Buffer.from([1, 2, 3]));
    line.send(media(1));
    line.send(media(5));
    await expect.poll(() => conversation.heard).toEqual([160, 160]);
    expect(running.conversations.length).toBe(1);
    expect((await running.metrics.badFrames.get()).values[0]?.value).toBe(6);
    expect((await running.metrics.missingFrames.get()).values[0]?.value).toBe(3);
  });

  test("nothing but bad frames closes the stream", async () => {
    const running = await mediaDoor();
    const { line } = await talking(running);
    for (let i = 0; i < 60; i++) line.send("not json");
    expect(await line.closed).toBe(1007);
    expect(running.done).toContain("ending stream_failed");
  });

  test("a frame of 10 MB closes its own stream and no other", async () => {
    const running = await mediaDoor();
    const bad = await talking(running);
    const good = await talking(running);
    bad.line.send({ event: "media", streamSid: "MZ1", media: { payload: "A".repeat(10_000_000) } });
    expect(await bad.line.closed).toBe(1009);
    good.line.send(media());
    await expect.poll(() => good.conversation.heard).toEqual([160]);
    expect(bad.conversation.ending).toMatchObject({ kind: "stream_failed" });
  });

  test("a mistake of ours ends that call only", async () => {
    const running = await mediaDoor();
    const bad = await talking(running);
    const good = await talking(running);
    bad.line.send(mark("fault"));
    expect(await bad.line.closed).toBe(1011);
    bad.conversation.parts.clock.setTimer(0, () => {
      throw new Error("late mistake");
    });
    good.line.send(mark("fine"));
    await expect.poll(() => good.conversation.marks).toEqual(["fine"]);
  });
});

test("a stream too many is turned away before a word, and the others go on", async () => {
  const running = await mediaDoor({}, { maxStreams: 1 });
  const { line, conversation } = await talking(running);
  const other = await phone(running.url);
  other.send(start("good"));
  expect(await other.closed).toBe(1013);
  expect([running.done, running.conversations.length]).toEqual([["turnAway CA1"], 1]);
  line.send(mark("still here"));
  await expect.poll(() => conversation.marks).toEqual(["still here"]);
});

describe("how a call ends", () => {
  test("the caller hangs up: the end is kept and everything is freed", async () => {
    const running = await mediaDoor();
    const { line, conversation } = await talking(running);
    expect([running.door.liveStreams(), running.openDetectors.size]).toEqual([1, 1]);
    line.send({ event: "stop", streamSid: "MZ1", stop: { callSid: "CA1" } });
    expect(await line.closed).toBe(1000);
    await expect.poll(() => running.door.liveStreams()).toBe(0);
    expect(conversation.ending).toEqual({ kind: "caller_hung_up" });
    expect([running.done, running.openDetectors.size]).toEqual([["ending caller_hung_up"], 0]);
    expect((await running.metrics.liveCalls.get()).values[0]?.value).toBe(0);
  });

  test("the connection is cut: the end says so", async () => {
    const running = await mediaDoor();
    const { line } = await talking(running);
    line.socket.terminate();
    await expect.poll(() => running.done).toEqual(["ending stream_failed"]);
  });

  test("the far side does not read any more: the network is told, and the connection is cut at once", async () => {
    const running = await mediaDoor();
    const { line, conversation } = await talking(running);
    line.socket.pause();
    for (let second = 0; second < 1_200 && running.done.length === 0; second++) {
      conversation.parts.line.send(new Uint8Array(8_000));
    }
    await expect.poll(() => running.door.liveStreams()).toBe(0);
    expect(conversation.ending).toEqual({ kind: "stream_failed", reason: "line_stuck" });
    expect(running.done).toEqual(["ending stream_failed"]);
    // A closing frame would wait behind all that is not read.
    line.socket.resume();
    expect(await line.closed).toBe(1006);
  });

  test("after the goodbye: turns, then the end, then the hang-up, then the socket", async () => {
    const running = await mediaDoor();
    const { line, conversation } = await talking(running);
    const turn = { speaker: "caller" as const, index: 1, text: "תודה", confidence: 0.9, atMs: 10.4, endMs: 99.6 };
    conversation.tell({ type: "turn", turn, final: true });
    conversation.tell({ type: "action", action: { kind: "hang_up" }, ending: { kind: "agent_said_goodbye" } });
    expect(await line.closed).toBe(1000);
    expect(running.done).toEqual(["turn 1", "ending agent_said_goodbye", "hang up"]);
    expect(running.turns[0]).toMatchObject({ text: "תודה", heardText: "תודה", atMs: 10, endMs: 100, endpointMs: null });
  });

  test("a transfer that fails leaves the caller to the network", async () => {
    const running = await mediaDoor({ transfer: () => Promise.reject(new Error("no route")) });
    const { line, conversation } = await talking(running);
    conversation.tell({
      type: "action",
      action: { kind: "transfer", to: "+972501111111" },
      ending: { kind: "transferred", to: "+972501111111" },
    });
    expect(await line.closed).toBe(1000);
    expect(running.done).toEqual(["ending transferred", "ending stream_failed"]);
  });

  test("the server stops: no new streams, running ones are handed over after the grace", async () => {
    const running = await mediaDoor();
    const { line } = await talking(running);
    const closed = running.door.close(20);
    await expect(phone(running.url)).rejects.toThrow("503");
    expect(await line.closed).toBe(1001);
    await closed;
    expect(running.done).toEqual(["ending stream_failed"]);
  });

  test("the server stops while a call is looked up: it waits until the call's end is kept", async () => {
    const running = await mediaDoor();
    const { claim } = running.ports;
    const asked = Promise.withResolvers<void>();
    const found = Promise.withResolvers<void>();
    running.ports.claim = async (given) => {
      asked.resolve();
      await found.promise;
      return claim(given);
    };
    const line = await phone(running.url);
    line.send(start("good"));
    await asked.promise;
    const doneWhenClosed = running.door.close(0).then(() => [...running.done]);
    await line.closed;
    found.resolve();
    expect(await doneWhenClosed).toEqual(["ending stream_failed"]);
  });
});
