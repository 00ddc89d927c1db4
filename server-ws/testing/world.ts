/** The product's front door on a free port, with a database, the simulated outside world, and small routes in Next's place. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { answerGathered } from "#lib/agent/answer-gathered.ts";
import { advanceCall } from "#lib/calls/advance-call.ts";
import { decideAfterStream } from "#lib/calls/decide-after-stream.ts";
import { keepRecording } from "#lib/calls/keep-recording.ts";
import { openCall } from "#lib/calls/open-call.ts";
import { settleDial } from "#lib/calls/settle-dial.ts";
import { nextTwiml, type Speak } from "#lib/calls/twiml.ts";
import { callStatusForm } from "#lib/calls/webhook-forms.ts";
import { env } from "#lib/config/env.ts";
import { createLanguageModel } from "#lib/providers/llm/index.ts";
import { hangUp } from "#lib/providers/telephony/twilio/twiml.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import type { Faults } from "#simulators/common/faults.ts";
import { generateServiceAccount, startGoogleTts } from "#simulators/google-tts/index.ts";
import { startOpenAi } from "#simulators/openai/server.ts";
import { type RunningPhoneNetwork, startPhoneNetwork } from "#simulators/phone/index.ts";
import { loadPhrasebook } from "#simulators/phrasebook/index.ts";
import { startFront } from "../front.ts";
import { jobHandlers } from "../jobs/registry.ts";
import { createMetrics, type Metrics } from "../metrics.ts";
import { startFakeNext } from "./fake-next.ts";
import { freePort } from "./free-port.ts";

export interface World {
  database: TestDatabase;
  business: TestBusiness;
  phone: RunningPhoneNetwork;
  /** What goes wrong outside. */
  openai: Faults;
  google: Faults;
  metrics: Metrics;
  origin: string;
  /** Where the front door of this process listens. */
  port: number;
  close(): Promise<void>;
}

const authToken = "0123456789abcdef0123456789abcdef";
const accountSid = `AC${"0".repeat(32)}`;

/**
 * Everything answers at once (latency `none`), but calls run in real time. With a `publicPort` the outside world knows the
 * product by that port, where somebody else listens.
 */
export async function startWorld({ publicPort }: { publicPort?: number } = {}): Promise<World> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), "moked-world-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${publicPort ?? port}`;
  const { json } = generateServiceAccount("http://127.0.0.1:1");
  const openai = await startOpenAi({ apiKey: "sk-test", latency: "none" });
  const tts = await startGoogleTts({ serviceAccountJson: json, latency: "none" });
  const phone = await startPhoneNetwork({ accountSid, authToken, phrasebook: loadPhrasebook() });
  const next = await startFakeNext((request, response) => void answer(request, response, next.seen.at(-1)?.body ?? ""));
  Object.assign(process.env, {
    PORT: String(port),
    NEXT_PORT: String(next.port),
    PUBLIC_HOST: origin,
    DATA_DIR: dataDir,
    ROLES: "edge,media,events",
    TWILIO_BASE_URL: phone.url,
    OPENAI_API_KEY: "sk-test",
    OPENAI_BASE_URL: openai.url,
    GOOGLE_TTS_SA_JSON: json,
    GOOGLE_TTS_BASE_URL: tts.url,
  });
  const business = await testBusiness();
  await jobHandlers(env()).render_phrases({ businessId: business.id }, new AbortController().signal, 1);
  phone.network.setNumber({
    number: business.number,
    voiceUrl: `${origin}/webhook/incoming_call`,
    statusCallback: `${origin}/webhook/call_status`,
  });
  const metrics = createMetrics();
  const front = await startFront(env(), metrics, pino({ level: process.env.TEST_LOG ?? "silent" }));
  return {
    database,
    business,
    phone,
    openai: openai.faults,
    google: tts.faults,
    metrics,
    origin,
    port,
    async close() {
      await phone.close();
      await front.close();
      await Promise.all([next.close(), openai.close(), tts.close()]);
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What Next's webhook routes do, without their checks: those have tests of their own. */
async function answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
  const form: Record<string, string> = Object.fromEntries(new URLSearchParams(body));
  const xml = await twimlFor(request.url ?? "", form);
  response.statusCode = xml === null ? 204 : 200;
  response.setHeader("Content-Type", "text/xml");
  response.end(xml ?? undefined);
}

/** Outside a stream the network says what is said. */
const network: Speak = async (_by, text) => ({ text, url: null });

async function twimlFor(url: string, form: Record<string, string>): Promise<string | null> {
  const { CallSid: callSid = "", From: from = "", To: to = "" } = form;
  const address = new URL(url, "http://next");
  switch (address.pathname) {
    case "/webhook/incoming_call": {
      const opened = await openCall({ callSid, from, to, requestId: null });
      if (opened.kind === "unknown_number" || opened.kind === "too_many_calls") return hangUp();
      return nextTwiml(opened, network);
    }
    case "/webhook/stream_ended": {
      const failuresBefore = Number(address.searchParams.get("failures") ?? 0);
      return nextTwiml(await decideAfterStream({ callSid, failuresBefore, requestId: null }), network);
    }
    case "/webhook/handle_speech": {
      const { SpeechResult: text = "", Confidence } = form;
      const gathered = {
        callSid,
        text,
        confidence: Number(Confidence ?? 0),
        wantsPerson: false,
        onceKey: randomUUID(),
        requestId: null,
      };
      return nextTwiml(await answerGathered(gathered, createLanguageModel(env())), network);
    }
    case "/webhook/handle_recording": {
      const { RecordingSid = "", RecordingUrl = "" } = form;
      await keepRecording({ callSid, from, to, recordingSid: RecordingSid, url: RecordingUrl, requestId: null });
      return hangUp();
    }
    case "/webhook/dial_result": {
      return nextTwiml(await settleDial(callSid, form.DialCallStatus === "completed", null), network);
    }
    case "/webhook/call_status": {
      const { CallStatus, CallDuration } = callStatusForm.parse(form);
      if (CallStatus)
        await advanceCall({ callSid, status: CallStatus, durationS: CallDuration ?? null, requestId: null });
      return null;
    }
    default:
      return hangUp();
  }
}
