import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeMp3, writeWav } from "./audio/files.ts";
import { murmur } from "./audio/sounds.ts";
import type { RunningPhoneNetwork } from "./index.ts";
import type { StepInput } from "./script.ts";
import { BUSINESS, CALLER, startWorld, type TestApplication, twiml } from "./testing/application.ts";

const STAFF = "+972541112233";
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
  const phrasebook = { phrases: new Map([[phrase.id, phrase]]) };
  ({ app, phone, close } = await startWorld({ phrasebook, speed: 20 }));
});
afterEach(() => close());

async function call(voice: string, script: StepInput[] = [], from = CALLER) {
  app.routes["/voice"] = () => voice;
  const placed = phone.network.placeCall({ from, to: BUSINESS, script, listen: true });
  return { ...(await placed.ended), heard: placed.call.heard };
}
const codes = ({ errors }: { errors: { code: number }[] }) => errors.map(({ code }) => code);
const form = (path: string) => app.received.find((request) => request.path === path)?.form;

describe("webhooks", () => {
  it("are signed forms with Twilio's fields", async () => {
    const record = await call("<Say language='he-IL'>שלום</Say>");
    const [voice, status] = app.received;
    expect(voice).toMatchObject({ path: "/voice", method: "POST", signed: true });
    expect(voice?.headers["i-twilio-idempotency-token"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(voice?.form).toMatchObject({
      CallSid: record.callSid,
      From: CALLER,
      Caller: CALLER,
      To: BUSINESS,
      CallStatus: "ringing",
      Direction: "inbound",
      FromCountry: "IL",
      ApiVersion: "2010-04-01",
    });
    expect(status).toMatchObject({ path: "/status", signed: true });
    expect(status?.form).toMatchObject({ CallStatus: "completed", SequenceNumber: "0", CallDuration: "0" });
  });

  it("show a withheld number as anonymous", async () => {
    await call("<Hangup/>", [], "anonymous");
    expect(form("/voice")).toMatchObject({ From: "anonymous", Caller: "anonymous", FromCountry: "" });
  });

  it("send every event in order where the number asks for it", async () => {
    phone.network.setNumber({ number: BUSINESS, statusEvents: ["initiated", "ringing", "answered", "completed"] });
    await call("<Pause length='1'/><Say>x</Say>");
    const events = app.received.filter(({ path }) => path === "/status");
    expect(events.map(({ form }) => [form.CallStatus, form.SequenceNumber])).toEqual([
      ["initiated", "0"],
      ["ringing", "1"],
      ["in-progress", "2"],
      ["completed", "3"],
    ]);
  });
});

describe("what the application does wrong", () => {
  it.each<[string, Parameters<typeof answer>[0], number]>([
    ["a failure", { status: 500 }, 11200],
    ["another content type", { type: "text/plain", body: twiml("<Hangup/>") }, 12300],
    ["an empty body", { body: "" }, 12100],
    ["broken XML", { body: "<Response><Say>x</Response>" }, 12100],
    ["HTML", { body: "<!DOCTYPE html><html></html>" }, 12100],
    ["another root", { body: "<Answer/>" }, 12100],
    ["a huge document", { body: twiml(`<!--${"x".repeat(70_000)}--><Hangup/>`) }, 11750],
    ["an empty <Say>", { body: twiml("<Say> </Say>") }, 13520],
    ["too long a <Say>", { body: twiml(`<Say>${"א".repeat(4097)}</Say>`) }, 13520],
  ])("%s ends the call with an application error", async (_name, wrong, code) => {
    const record = await answer(wrong);
    expect(codes(record)).toEqual([code]);
    expect(record).toMatchObject({ endedBy: "error", status: "completed" });
    expect(record.log.find(({ kind }) => kind === "say")).toMatchObject({
      text: expect.stringContaining("application error"),
    });
    expect(app.paths().filter((path) => path === "/voice")).toHaveLength(1);
  });

  async function answer(wrong: { status?: number; type?: string; body?: string }) {
    app.routes["/voice"] = () => wrong;
    return phone.network.placeCall({ from: CALLER, to: BUSINESS, script: [] }).ended;
  }

  it("an answer that comes too late", async () => {
    await close();
    ({ app, phone, close } = await startWorld({ webhookTimeoutMs: 1000, speed: 20 }));
    app.routes["/voice"] = () => new Promise(() => {});
    const record = await phone.network.placeCall({ from: CALLER, to: BUSINESS, script: [] }).ended;
    expect(codes(record)).toEqual([11200]);
  });

  it("nobody at the address", async () => {
    phone.network.setNumber({ number: BUSINESS, voiceUrl: `${app.url}/voice` });
    app.close();
    const record = await phone.network.placeCall({ from: CALLER, to: BUSINESS, script: [] }).ended;
    expect(codes(record)[0]).toBe(11205);
  });

  it("an unknown verb and an unknown attribute are skipped with a warning", async () => {
    const record = await call("<Dance/><Say mood='good'>שלום</Say>");
    expect(codes(record)).toEqual([12200, 12200]);
    expect(record.endedBy).toBe("twiml");
    expect(record.log.some(({ kind }) => kind === "say")).toBe(true);
  });
});

describe("<Say>, <Play>, <Pause>, <Redirect>, <Reject>, <Hangup>", () => {
  it("plays a WAV and an MP3 for as long as they last", async () => {
    const sound = murmur(600);
    app.routes["/a.wav"] = () => ({ type: "audio/wav", body: writeWav(sound) });
    app.routes["/b.mp3"] = async () => ({ type: "audio/mpeg", body: await writeMp3(murmur(1000)) });
    const record = await call("<Play>/a.wav</Play><Play loop='2'>/b.mp3</Play>");
    const [wav, mp3] = record.log.filter((entry) => entry.kind === "play");
    expect(wav).toMatchObject({ durationMs: 600 });
    expect(mp3?.durationMs).toBeGreaterThan(990);
    expect(mp3?.durationMs).toBeLessThan(1300);
    expect(Buffer.concat(record.heard?.agent ?? []).includes(Buffer.from(sound))).toBe(true);
    expect(app.received.find(({ path }) => path === "/a.wav")).toMatchObject({ method: "GET", signed: true });
    expect(codes(record)).toEqual([]);
  });

  it.each([
    ["a missing file", { status: 404, type: "text/plain" }, 11200],
    ["a page", { type: "text/html", body: "<html>" }, 12300],
    ["no MP3 inside", { type: "audio/mpeg", body: "hello" }, 12300],
  ])("<Play> refuses %s", async (_name, file, code) => {
    app.routes["/a"] = () => file;
    expect(codes(await call("<Play>/a</Play>"))).toEqual([code]);
  });

  it("follows a redirect", async () => {
    app.routes["/next"] = () => "<Hangup/>";
    const record = await call("<Redirect method='GET'>/next</Redirect>");
    expect(app.received.find(({ path }) => path === "/next")).toMatchObject({ method: "GET", signed: true });
    expect(record).toMatchObject({ status: "completed", endedBy: "twiml" });
  });

  it("is not answered when it is rejected", async () => {
    expect(await call("<Reject reason='busy'/>")).toMatchObject({ status: "busy", durationS: 0 });
    expect(await call("<Reject/>")).toMatchObject({ status: "no-answer" });
  });
});

describe("<Gather>", () => {
  const verb = (attributes: string, inner = "") =>
    `<Gather action="/said" ${attributes}>${inner}</Gather><Redirect>/nothing</Redirect>`;

  beforeEach(() => {
    app.routes["/said"] = () => "<Hangup/>";
    app.routes["/nothing"] = () => "<Hangup/>";
  });

  it("posts the pressed keys, and stops the prompt at the first", async () => {
    const record = await call(verb('finishOnKey="#"', "<Say>Press a key, if you would be so kind</Say>"), [
      { do: "wait_agent_speaking", ms: 100 },
      { do: "dtmf", digits: "12#" },
    ]);
    expect(form("/said")).toMatchObject({ Digits: "12", FinishedOnKey: "#" });
    expect(record.log.find(({ kind }) => kind === "say")).toBeDefined();
  });

  it("posts what the caller said, as Twilio's recogniser heard it", async () => {
    await call(verb('input="speech" language="he-IL" speechTimeout="auto"'), [
      { do: "wait", ms: 200 },
      { do: "say", phrase: "hello" },
    ]);
    expect(form("/said")).toMatchObject({ SpeechResult: "שלום לך", Confidence: "0.91" });
  });

  it("understands no Hebrew when it is not told the language", async () => {
    await call(verb('input="speech" timeout="1"'), [
      { do: "wait", ms: 200 },
      { do: "say", phrase: "hello" },
    ]);
    expect(app.paths()).toContain("/nothing");
  });

  it("goes on with the next verb when nothing is said", async () => {
    await call(verb('input="dtmf speech" timeout="1"', "<Say>x</Say>"));
    expect(app.paths()).toEqual(["/voice", "/nothing", "/status"]);
  });

  it("asks the action all the same with actionOnEmptyResult", async () => {
    await call(verb('timeout="1" actionOnEmptyResult="true"'));
    expect(app.paths()).toContain("/said");
  });
});

describe("<Record>", () => {
  const verb = (attributes = "") =>
    `<Record action="/recorded" recordingStatusCallback="/ready" timeout="1" playBeep="false" ${attributes}/><Redirect>/nothing</Redirect>`;

  beforeEach(() => {
    app.routes["/recorded"] = () => "<Hangup/>";
    app.routes["/ready"] = () => ({ status: 204 });
    app.routes["/nothing"] = () => "<Hangup/>";
  });

  it("keeps the caller's own audio and says where it is", async () => {
    await call(verb('trim="do-not-trim"'), [{ do: "say", phrase: "hello" }]);
    const ready = await app.until("/ready");
    const { RecordingUrl = "", RecordingSid = "" } = form("/recorded") ?? {};
    expect(RecordingUrl).toBe(ready.form.RecordingUrl);
    expect(ready.form).toMatchObject({ RecordingStatus: "completed", RecordingDuration: "1" });
    const audio = phone.network.exchange.recordings.get(RecordingSid)?.audio ?? new Uint8Array();
    expect(Buffer.from(audio).includes(Buffer.from(phrase.audio))).toBe(true);
  });

  it("is over with a key", async () => {
    await call(verb('finishOnKey="#"'), [
      { do: "say", phrase: "hello" },
      { do: "dtmf", digits: "#" },
    ]);
    expect(form("/recorded")).toMatchObject({ Digits: "#" });
  });

  it("is no recording when nothing is said", async () => {
    await call(verb());
    expect(app.paths()).toEqual(["/voice", "/nothing", "/status"]);
  });

  it("is kept when the caller hangs up", async () => {
    await call(verb(), [{ do: "say", phrase: "hello" }, { do: "hangup" }]);
    expect(form("/recorded")).toMatchObject({ Digits: "hangup", CallStatus: "completed" });
    expect((await app.until("/ready")).signed).toBe(true);
  });

  it("is cut at its greatest length", async () => {
    await call(verb('maxLength="1"'), [{ do: "noise", kind: "music", ms: 3000 }]);
    expect(form("/recorded")).toMatchObject({ RecordingDuration: "1", Digits: "" });
  });
});

describe("<Dial>", () => {
  const verb = (attributes = "") => `<Dial action="/dialled" timeout="5" ${attributes}>${STAFF}</Dial>`;

  beforeEach(() => {
    app.routes["/dialled"] = () => "<Hangup/>";
  });

  it("connects when somebody answers", async () => {
    phone.network.setNumber({ number: STAFF, answers: true, afterMs: 1000, talkMs: 2000 });
    await call(verb());
    expect(form("/dialled")).toMatchObject({ DialCallStatus: "completed", DialBridged: "true" });
  });

  it("says so when nobody does", async () => {
    phone.network.setNumber({ number: STAFF, answers: false });
    await call(verb());
    expect(form("/dialled")).toMatchObject({ DialCallStatus: "no-answer", DialBridged: "false" });
  });

  it("says so when the line is busy", async () => {
    phone.network.setNumber({ number: STAFF, busy: true });
    await call(verb());
    expect(form("/dialled")).toMatchObject({ DialCallStatus: "busy" });
  });

  it("leaves the call ringing until it is connected with answerOnBridge", async () => {
    phone.network.setNumber({ number: STAFF, answers: false });
    expect(await call(`<Dial timeout="2" answerOnBridge="true">${STAFF}</Dial>`)).toMatchObject({
      status: "no-answer",
    });
  });

  it("refuses to show somebody else's number", async () => {
    const record = await call(verb('callerId="+12025550100"'));
    expect(codes(record)).toEqual([13214]);
    expect(form("/dialled")).toMatchObject({ DialCallStatus: "failed" });
  });

  it("tells the action when the caller hangs up", async () => {
    phone.network.setNumber({ number: STAFF, answers: true, afterMs: 200 });
    await call(verb(), [{ do: "wait", ms: 1000 }, { do: "hangup" }]);
    expect(form("/dialled")).toMatchObject({ DialCallStatus: "completed", CallStatus: "completed" });
  });
});
