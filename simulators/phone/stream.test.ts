import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { murmur } from "./audio/sounds.ts";
import type { RunningPhoneNetwork } from "./index.ts";
import type { StepInput } from "./script.ts";
import { BUSINESS, CALLER, nextStream, startWorld, type TestApplication } from "./testing/application.ts";

const phrase = {
  id: "hello",
  text: "שלום לך",
  audio: murmur(400),
  words: [
    { text: "שלום", sounds: "", startMs: 30, endMs: 190 },
    { text: "לך", sounds: "", startMs: 210, endMs: 370 },
  ],
};

let app: TestApplication;
let phone: RunningPhoneNetwork;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ app, phone, close } = await startWorld({ phrasebook: { phrases: new Map([[phrase.id, phrase]]) } }));
  app.routes["/voice"] = () => stream(app.wsUrl());
  app.routes["/ended"] = () => "<Hangup/>";
});
afterEach(() => close());

function stream(url: string): string {
  return `<Connect action="/ended"><Stream url="${url}"><Parameter name="call_token" value="a&amp;b"/></Stream></Connect>`;
}

function ring(script: StepInput[], listen = false) {
  return phone.network.placeCall({ from: CALLER, to: BUSINESS, script, listen });
}

describe("a call over a media stream", () => {
  it("signs the upgrade, introduces itself and sends the caller's audio frame by frame", async () => {
    const opening = nextStream(app);
    const { callSid, ended } = ring([
      { do: "wait_agent", quietMs: 100 },
      { do: "say", phrase: "hello" },
      { do: "wait", ms: 100 },
      { do: "hangup" },
    ]);
    const client = await opening;
    client.media(murmur(100));
    await client.until(({ event }) => event === "stop");
    const record = await ended;

    expect(app.upgrades).toEqual([{ signed: true }]);
    expect(client.messages[0]).toEqual({ event: "connected", protocol: "Call", version: "1.0.0" });
    const start = client.messages[1];
    expect(start?.start).toMatchObject({ callSid, tracks: ["inbound"], customParameters: { call_token: "a&b" } });
    expect(client.messages.slice(1).map(({ sequenceNumber }) => Number(sequenceNumber))).toEqual(
      client.messages.slice(1).map((_, index) => index + 1),
    );
    const media = client.messages.flatMap((message) => message.media ?? []);
    expect(media[0]).toMatchObject({ track: "inbound", chunk: "1", timestamp: "20" });
    expect(Buffer.from(media[0]?.payload ?? "", "base64")).toHaveLength(160);
    expect(client.audio().includes(Buffer.from(phrase.audio))).toBe(true);
    expect(record).toMatchObject({ status: "completed", endedBy: "caller", errors: [] });
  });

  it("writes down when the words truly began and ended", async () => {
    const opening = nextStream(app);
    const { call } = ring([
      { do: "wait", ms: 100 },
      { do: "say", phrase: "hello" },
    ]);
    await opening;
    const start = await call.log.until("caller_speech_start");
    const end = await call.log.until("caller_speech_end");
    // Ten times faster than the world: 340 ms of speech take 34.
    expect(end.at - start.at).toBeCloseTo(34, 0);
    expect(start).toMatchObject({ phrase: "hello", text: "שלום לך" });
  });

  it("loses the frames that the script says are lost", async () => {
    const opening = nextStream(app);
    const { ended } = ring([
      { do: "wait_agent", quietMs: 100 },
      { do: "say", phrase: "hello", dropFrames: [3, 4] },
      { do: "hangup" },
    ]);
    const client = await opening;
    client.media(murmur(100));
    await ended;
    const media = client.messages.flatMap((message) => message.media ?? []);
    const gaps = media.map(({ timestamp }, index) => Number(timestamp) - Number(media[index - 1]?.timestamp ?? 0));
    expect(gaps.filter((gap) => gap === 60)).toHaveLength(1);
    expect(media.map(({ chunk }) => Number(chunk))).toEqual(media.map((_, index) => index + 1));
  });

  it("plays what it gets in real time and echoes a mark when the audio before it has been heard", async () => {
    const opening = nextStream(app);
    const { call } = ring([], true);
    const client = await opening;
    client.media(murmur(333));
    client.mark("first");
    client.media(murmur(200));
    client.mark("second");
    await client.until(({ mark }) => mark?.name === "second");
    const audio = await call.log.until("agent_audio");
    const first = await call.log.until("mark", ({ name, step }) => name === "first" && step === "echoed");
    const second = await call.log.until("mark", ({ name, step }) => name === "second" && step === "echoed");
    expect(first.at - audio.playAt).toBeGreaterThan(20);
    // From the beginning: an echo is never early, and on a busy machine the first one may be late.
    expect(second.at - audio.playAt).toBeGreaterThan(45);
    expect(first.cleared).toBe(false);
    const heard = Buffer.concat(call.heard?.agent ?? []);
    expect(heard.includes(Buffer.concat([murmur(333), murmur(200)]))).toBe(true);
  });

  it("echoes a mark at once when nothing is left to play", async () => {
    const opening = nextStream(app);
    ring([]);
    const client = await opening;
    client.mark("empty");
    await client.until(({ mark }) => mark?.name === "empty");
  });

  it("throws the buffer away on clear and echoes the marks that were in it", async () => {
    const opening = nextStream(app);
    const { call } = ring([]);
    const client = await opening;
    client.media(murmur(20_000));
    client.mark("unheard");
    await call.log.until("agent_audio");
    client.send({ event: "clear" });
    await client.until(({ mark }) => mark?.name === "unheard");
    const cleared = await call.log.until("clear");
    expect(cleared.marks).toEqual(["unheard"]);
    expect(cleared.droppedMs).toBeGreaterThan(10_000);
    expect(await call.log.until("mark", ({ step }) => step === "echoed")).toMatchObject({ cleared: true });
  });

  it("lets the caller interrupt, and wait for the answer", async () => {
    const opening = nextStream(app);
    const { call, ended } = ring([
      { do: "wait_agent_speaking", ms: 300 },
      { do: "say", phrase: "hello" },
      { do: "wait_agent", quietMs: 200 },
      { do: "hangup" },
    ]);
    const client = await opening;
    client.media(murmur(5000));
    const onset = await call.log.until("caller_speech_start");
    const agent = await call.log.until("agent_speech_start");
    expect(onset.at - agent.at).toBeGreaterThan(25);
    client.send({ event: "clear" });
    await call.log.until("caller_speech_end");
    client.media(murmur(300));
    expect(await ended).toMatchObject({ endedBy: "caller", errors: [] });
  });

  it("sends pressed keys", async () => {
    const opening = nextStream(app);
    ring([
      { do: "wait_agent", quietMs: 100 },
      { do: "dtmf", digits: "4#" },
    ]);
    const client = await opening;
    client.media(murmur(100));
    await client.until(({ dtmf }) => dtmf?.digit === "#");
    expect(client.messages.flatMap(({ dtmf }) => dtmf ?? [])).toEqual([
      { track: "inbound_track", digit: "4" },
      { track: "inbound_track", digit: "#" },
    ]);
  });

  it("goes on with the action when the application closes the socket: that alone does not hang up", async () => {
    const opening = nextStream(app);
    app.routes["/ended"] = () => "<Pause length='1'/><Hangup/>";
    const { ended } = ring([]);
    (await opening).socket.close(1000);
    const record = await ended;
    expect(app.paths()).toEqual(["/voice", "/ended", "/status"]);
    expect(record).toMatchObject({ endedBy: "twiml", status: "completed", errors: [] });
  });

  it("goes on with the action when the line is cut", async () => {
    const opening = nextStream(app);
    const { ended } = ring([{ do: "wait_agent", quietMs: 100 }, { do: "cut_stream" }]);
    const client = await opening;
    client.media(murmur(100));
    const closed = new Promise((resolve) => client.socket.once("close", resolve));
    expect(await closed).toBe(1006);
    await ended;
    expect(app.paths()).toContain("/ended");
  });
});

describe("what Twilio would refuse", () => {
  async function errorsOf(url: string, options: { action?: boolean } = {}) {
    app.routes["/voice"] = () => stream(url);
    const { ended } = ring([]);
    const record = await ended;
    if (options.action !== false) expect(app.paths()).toContain("/ended");
    return record.errors.map(({ code }) => code);
  }

  it("a handshake that is not answered with 101", async () =>
    expect(await errorsOf(app.wsUrl("/refuse"))).toEqual([31920]));
  it("a port where nobody listens", async () => expect(await errorsOf("ws://127.0.0.1:9/media")).toEqual([31902]));
  it("http", async () => expect(await errorsOf(`${app.url}/media`)).toEqual([31922]));
  it("ws to a host that is not this machine", async () =>
    expect(await errorsOf("ws://example.org/m")).toEqual([31922]));
  it("a query string", async () => expect(await errorsOf(`${app.wsUrl()}?token=1`)).toEqual([31923]));
  it("no address", async () => expect(await errorsOf("")).toEqual([31923]));

  it("a handshake that is never answered", async () => {
    await close();
    ({ app, phone, close } = await startWorld({ handshakeTimeoutMs: 50 }));
    app.routes["/ended"] = () => "<Hangup/>";
    expect(await errorsOf(app.wsUrl("/stall"))).toEqual([31901]);
  });

  it.each<[string, string | Buffer | ((sid: string) => unknown), number, string]>([
    ["text that is not JSON", "{", 31951, "not JSON"],
    ["a binary message", Buffer.from("abc"), 31950, "binary"],
    ["an unknown event", (sid) => ({ event: "dance", streamSid: sid }), 31951, "event"],
    [
      "media for another stream",
      () => ({ event: "media", streamSid: "MZ1", media: { payload: "" } }),
      31951,
      "wrong streamSid",
    ],
    [
      "a payload that is not base64",
      (sid) => ({ event: "media", streamSid: sid, media: { payload: "*?*=" } }),
      31951,
      "base64",
    ],
    [
      "a WAV header inside the audio",
      (sid) => ({
        event: "media",
        streamSid: sid,
        media: { payload: Buffer.from("RIFFxxxxWAVEfmt ").toString("base64") },
      }),
      31924,
      "wav_header",
    ],
  ])("%s", async (_name, message, code, detail) => {
    const opening = nextStream(app);
    const { call } = ring([]);
    const client = await opening;
    client.socket.send(typeof message === "function" ? JSON.stringify(message(client.streamSid)) : message);
    const error = await call.log.until("error");
    expect(error.code).toBe(code);
    expect(error.message).toContain(detail);
    // The call goes on.
    client.mark("still here");
    await client.until(({ mark }) => mark?.name === "still here");
  });

  it("more than ten minutes of audio in the buffer", async () => {
    const opening = nextStream(app);
    const { call } = ring([]);
    const client = await opening;
    const fiveMinutes = new Uint8Array(300 * 8000).fill(0xff);
    for (let i = 0; i < 4; i++) client.media(fiveMinutes);
    expect((await call.log.until("error")).code).toBe(31931);
  });

  it("a close that is not a normal one", async () => {
    const opening = nextStream(app);
    const { ended } = ring([]);
    (await opening).socket.close(1008);
    expect((await ended).errors.map(({ code }) => code)).toEqual([31921]);
  });
});
