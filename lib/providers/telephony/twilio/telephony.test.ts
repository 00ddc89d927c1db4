import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { RunningPhoneNetwork } from "#simulators/phone/index.ts";
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  BUSINESS,
  CALLER,
  startWorld,
  type TestApplication,
} from "#simulators/phone/testing/application.ts";
import { twilioTelephony } from "./telephony.ts";

const STAFF = "+972541112233";
const live = () => new AbortController().signal;

describe("a call that goes on", () => {
  let app: TestApplication;
  let phone: RunningPhoneNetwork;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ app, phone, close } = await startWorld());
    app.routes["/voice"] = () => `<Pause length="60"/>`;
  });
  afterEach(() => close());

  const telephony = (authToken = AUTH_TOKEN) =>
    twilioTelephony({ accountSid: ACCOUNT_SID, authToken, baseUrl: phone.url });

  async function ring() {
    const placed = phone.network.placeCall({ from: CALLER, to: BUSINESS, script: [] });
    await app.until("/voice");
    await placed.call.log.until("twiml");
    return placed;
  }

  it("is hung up, and that it is over already is no error", async () => {
    const { callSid, ended } = await ring();
    await telephony().hangUp(callSid);
    expect(await ended).toMatchObject({ endedBy: "rest", errors: [] });
    await expect(telephony().hangUp(callSid)).resolves.toBeUndefined();
    await expect(telephony().hangUp(`CA${"0".repeat(32)}`)).resolves.toBeUndefined();
  });

  it("is transferred, and how that ended comes back", async () => {
    phone.network.setNumber({ number: STAFF, answers: false });
    app.routes["/dialled"] = () => "<Hangup/>";
    const { callSid, ended } = await ring();
    const request = { callSid, to: STAFF, callerId: BUSINESS, resultUrl: `${app.url}/dialled`, timeoutSeconds: 5 };
    expect(await telephony().transfer(request)).toBe(true);
    expect((await app.until("/dialled")).form.DialCallStatus).toBe("no-answer");
    expect((await ended).errors).toEqual([]);
    expect(await telephony().transfer(request)).toBe(false);
  });

  it("says in our own words why something failed", async () => {
    const { callSid } = await ring();
    await expect(telephony("0".repeat(32)).hangUp(callSid)).rejects.toMatchObject({
      name: "ProviderFailed",
      provider: "telephony",
      retryable: false,
    });
    phone.network.faults.set({ telephony: { kind: "500", times: 1 } });
    await expect(telephony().hangUp(callSid)).rejects.toMatchObject({ retryable: true });
    phone.network.faults.set({ telephony: { kind: "cut", times: 1 } });
    await expect(telephony().hangUp(callSid)).rejects.toMatchObject({ retryable: true });
  });
});

describe("a recording", () => {
  const recording = "/2010-04-01/Accounts/AC1/Recordings/RE1";

  it("is fetched as WAV, with our credentials", async () => {
    const { telephony, url, asked } = await network((_, response) => response.end("RIFF…"));
    const wav = await telephony.downloadRecording(url + recording, live());
    expect(Buffer.from(wav).toString()).toBe("RIFF…");
    expect(asked[0]).toMatchObject({ url: `${recording}.wav` });
    expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from("AC1:token").toString("base64")}`);
  });

  it.each([
    "http://127.0.0.1:9/Recordings/RE1",
    "http://api.twilio.com/Recordings/RE1",
    "https://api.twilio.com:8443/Recordings/RE1",
    "https://twilio.com.evil.example/Recordings/RE1",
    "https://eviltwilio.com/Recordings/RE1",
    "https://user:pass@api.twilio.com/Recordings/RE1",
    "file:///etc/passwd",
    "nonsense",
  ])("is never asked for at %s", async (address) => {
    const { telephony, asked } = await network((_, response) => response.end());
    await expect(telephony.downloadRecording(address, live())).rejects.toMatchObject({ retryable: false });
    expect(asked).toHaveLength(0);
  });

  it("follows redirects inside the network, not out of it, and not for ever", async () => {
    const { telephony, url } = await network((request, response) => {
      const to = { "/a.wav": "/b.wav", "/out.wav": "http://127.0.0.1:9/x.wav", "/loop.wav": "/loop.wav" }[
        request.url ?? ""
      ];
      if (to) response.writeHead(307, { location: to }).end();
      else response.end("audio");
    });
    expect(Buffer.from(await telephony.downloadRecording(`${url}/a`, live())).toString()).toBe("audio");
    await expect(telephony.downloadRecording(`${url}/out`, live())).rejects.toThrow(/foreign host/);
    await expect(telephony.downloadRecording(`${url}/loop`, live())).rejects.toThrow(/too many redirects/);
  });

  it("that is not ready, too large, or broken off says so", async () => {
    const { telephony, url } = await network((request, response) => {
      if (request.url === "/late.wav") response.writeHead(404).end();
      else if (request.url === "/busy.wav") response.writeHead(503).end();
      else if (request.url === "/cut.wav")
        response.writeHead(200, { "content-length": 100 }).write("x", () => response.destroy());
      else response.end(Buffer.alloc(26 * 1024 * 1024));
    });
    await expect(telephony.downloadRecording(`${url}/late`, live())).rejects.toMatchObject({ retryable: false });
    await expect(telephony.downloadRecording(`${url}/busy`, live())).rejects.toMatchObject({ retryable: true });
    await expect(telephony.downloadRecording(`${url}/cut`, live())).rejects.toMatchObject({ retryable: true });
    await expect(telephony.downloadRecording(`${url}/big`, live())).rejects.toThrow(/larger than/);
  });

  it("is deleted, and that it is gone already is no error", async () => {
    const { telephony, asked } = await network((_, response) => {
      const first = asked.length === 1;
      response.writeHead(first ? 204 : 404, { "content-type": "application/json" });
      response.end(first ? "" : '{"status":404,"code":20404,"message":"not found"}');
    });
    await telephony.deleteRecording("RE1");
    await telephony.deleteRecording("RE1");
    expect(asked.map(({ method }) => method)).toEqual(["DELETE", "DELETE"]);
  });
});

type Asked = Pick<IncomingMessage, "url" | "method" | "headers">;

async function network(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { url, method, headers } = request;
    asked.push({ url, method, headers });
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { telephony: twilioTelephony({ accountSid: "AC1", authToken: "token", baseUrl: url }), url, asked };
}
