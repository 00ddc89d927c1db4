import twilio from "twilio";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { murmur } from "./audio/sounds.ts";
import type { RunningPhoneNetwork } from "./index.ts";
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  BUSINESS,
  CALLER,
  nextStream,
  startWorld,
  type TestApplication,
} from "./testing/application.ts";

const STAFF = "+972541112233";
let app: TestApplication;
let phone: RunningPhoneNetwork;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ app, phone, close } = await startWorld());
});
afterEach(() => close());

/** Twilio's own client, sent to the simulator instead of api.twilio.com. */
function client(token = AUTH_TOKEN) {
  class Redirected extends twilio.RequestClient {
    override request<T>(options: Parameters<typeof twilio.RequestClient.prototype.request<T>>[0]) {
      return super.request<T>({ ...options, uri: options.uri.replace("https://api.twilio.com", phone.url) });
    }
  }
  return twilio(ACCOUNT_SID, token, { httpClient: new Redirected() });
}

function ring() {
  app.routes["/voice"] ??= () => `<Connect><Stream url="${app.wsUrl()}"/></Connect>`;
  return phone.network.placeCall({ from: CALLER, to: BUSINESS, script: [] });
}

describe("the REST API, by Twilio's own client", () => {
  it("refuses wrong credentials", async () => {
    await expect(client("0".repeat(32)).calls.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  it("hangs a running call up, once", async () => {
    const opening = nextStream(app);
    const { callSid, ended } = ring();
    const stream = await opening;
    expect(await client().calls(callSid).fetch()).toMatchObject({ status: "in-progress", from: CALLER });
    const updated = await client().calls(callSid).update({ status: "completed" });
    expect(updated).toMatchObject({ sid: callSid, status: "completed" });
    await stream.until(({ event }) => event === "stop");
    expect(await ended).toMatchObject({ endedBy: "rest", errors: [] });
    const again = client().calls(callSid).update({ status: "completed" });
    await expect(again).rejects.toMatchObject({ status: 400, code: 21220 });
  });

  it("sends a running call elsewhere, by document and by address", async () => {
    const opening = nextStream(app);
    const { callSid, call, ended } = ring();
    const stream = await opening;
    const closed = stream.until(({ event }) => event === "stop");
    await client().calls(callSid).update({ twiml: "<Response><Say>one</Say><Pause length='60'/></Response>" });
    await closed;
    await call.log.until("say", ({ text }) => text === "one");
    app.routes["/two"] = () => "<Say>two</Say>";
    await client()
      .calls(callSid)
      .update({ url: `${app.url}/two`, method: "POST" });
    const record = await ended;
    expect(record.log.filter(({ kind }) => kind === "say")).toHaveLength(2);
    expect(record).toMatchObject({ endedBy: "twiml", errors: [] });
  });

  it("knows no other call", async () => {
    const unknown = client().calls(`CA${"0".repeat(32)}`);
    await expect(unknown.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    await expect(unknown.update({ status: "completed" })).rejects.toMatchObject({ code: 20404 });
  });

  it("places a call, and reports its progress", async () => {
    phone.network.setNumber({ number: STAFF, answers: true, afterMs: 100 });
    app.routes["/out"] = () => "<Say>hello</Say>";
    const { sid } = await client().calls.create({
      to: STAFF,
      from: BUSINESS,
      url: `${app.url}/out`,
      statusCallback: `${app.url}/status`,
      statusCallbackEvent: ["initiated", "answered", "completed"],
    });
    await phone.network.getCall(sid)?.ended;
    expect(app.received.find(({ path }) => path === "/out")?.form).toMatchObject({
      CallSid: sid,
      Direction: "outbound-api",
      CallStatus: "in-progress",
    });
    const statuses = app.received.filter(({ path }) => path === "/status").map(({ form }) => form.CallStatus);
    expect(statuses).toEqual(["initiated", "in-progress", "completed"]);
  });

  it("refuses a call from a number that is not the account's, or without a document", async () => {
    const twiml = "<Response/>";
    await expect(client().calls.create({ to: STAFF, from: STAFF, twiml })).rejects.toMatchObject({ code: 21210 });
    await expect(client().calls.create({ to: "5", from: BUSINESS, twiml })).rejects.toMatchObject({ code: 21211 });
    await expect(client().calls.create({ to: STAFF, from: BUSINESS })).rejects.toMatchObject({ code: 21205 });
  });

  it("lists the account's numbers", async () => {
    const [number] = await client().incomingPhoneNumbers.list();
    expect(number).toMatchObject({ phoneNumber: BUSINESS, voiceUrl: `${app.url}/voice` });
  });

  it("serves a recording to whoever has the credentials, and deletes it", async () => {
    const { sid } = phone.network.exchange.recordings.add("CA1", murmur(1000), Date.now());
    const address = `${phone.url}/2010-04-01/Accounts/${ACCOUNT_SID}/Recordings/${sid}`;
    const authorization = `Basic ${btoa(`${ACCOUNT_SID}:${AUTH_TOKEN}`)}`;
    expect((await fetch(address)).status).toBe(401);
    const wav = Buffer.from(await (await fetch(address, { headers: { authorization } })).arrayBuffer());
    expect(wav.subarray(0, 4).toString()).toBe("RIFF");
    expect([wav.readUInt32LE(24), wav.readUInt16LE(34), wav.length]).toEqual([8000, 16, 44 + 16_000]);
    const mp3 = await fetch(`${address}.mp3`, { headers: { authorization } });
    expect(mp3.headers.get("content-type")).toBe("audio/mpeg");
    expect(await client().recordings(sid).fetch()).toMatchObject({ duration: "1", source: "RecordVerb" });
    expect(await client().recordings(sid).remove()).toBe(true);
    await expect(client().recordings(sid).fetch()).rejects.toMatchObject({ code: 20404 });
  });

  it("fails as it is told to", async () => {
    phone.network.faults.set({ telephony: { kind: "429", times: 1 } });
    await expect(client().calls.list()).rejects.toMatchObject({ status: 429, code: 20429 });
    expect(await client().calls.list()).toEqual([]);
  });
});

describe("the control door", () => {
  const door = async (path: string, body?: unknown) => {
    const response = await fetch(
      `${phone.url}/_sim${path}`,
      body ? { method: "POST", body: JSON.stringify(body) } : {},
    );
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it("places a call and waits for its end", async () => {
    app.routes["/voice"] = () => "<Say>hello</Say>";
    const placed = await door("/calls", { from: CALLER, to: BUSINESS, script: [{ do: "wait", ms: 10 }], listen: true });
    const record = await door(`/calls/${placed.body.callSid}?wait=5000`);
    expect(record.body).toMatchObject({ status: "completed", endedBy: "twiml", errors: [] });
    const heard = await fetch(`${phone.url}/_sim/calls/${placed.body.callSid}/agent.ulaw`);
    expect((await heard.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  it("says what is wrong with what it is asked", async () => {
    const unknownStep = await door("/calls", { from: CALLER, to: BUSINESS, script: [{ do: "dance" }] });
    expect(unknownStep.status).toBe(400);
    const unknownPhrase = await door("/calls", { from: CALLER, to: BUSINESS, script: [{ do: "say", phrase: "x" }] });
    expect(unknownPhrase).toMatchObject({ status: 400, body: { error: expect.stringContaining("no phrase x") } });
    expect((await door("/calls", { from: CALLER, to: STAFF, script: [] })).status).toBe(400);
    expect((await door("/numbers", { number: "03-1234567" })).status).toBe(400);
    expect((await door(`/calls/CA${"0".repeat(32)}`)).status).toBe(404);
  });

  it("sets numbers and faults, and shows the requests", async () => {
    expect((await door("/numbers", { number: STAFF, answers: true, afterMs: 10 })).status).toBe(200);
    expect((await door("/faults", { telephony: { kind: "500" } })).body).toEqual({ telephony: [{ kind: "500" }] });
    await expect(client().calls.list()).rejects.toMatchObject({ status: 500 });
    expect((await door("/faults", { telephony: null })).body).toEqual({});
    expect((await door("/requests?after=0")).body).toMatchObject({ items: [{ step: "telephony", status: 500 }] });
  });
});
