import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { phrases } from "#lib/businesses/phrases.ts";
import { updateCalls } from "#lib/businesses/update-settings.ts";
import { ANOTHER_VOICE, keepVoiceClip, loadVoiceClips } from "#lib/businesses/voice-clips.ts";
import { claimStream } from "#lib/calls/claim-stream.ts";
import { openCall } from "#lib/calls/open-call.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { FakeLine, FakeVoice } from "#lib/voice/testing/fake-agent.ts";
import { FakeDetector, FakeEars, SILENCE } from "#lib/voice/testing/fake-caller.ts";
import { FakeClock } from "#lib/voice/testing/fake-clock.ts";
import type { SessionEvent } from "#lib/voice/turns.ts";
import { ClipCache } from "./clip-cache.ts";
import { converse } from "./wiring.ts";

const FRAME_MS = 20;
const WORD_MS = 250;
/** The detector's window, and what it may be late. */
const SLACK_MS = 64;
/** Speech in which the recogniser finds no word. */
const MUMBLE = 0x90;

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
  await updateCalls(business.as("owner"), {
    ...{ enableCallsStream: true, enableRecordingFallback: true, maxLiveCalls: 20 },
    ...{ turnSilenceMs: 1200, openTurnSilenceMs: 2000 },
  });
});
afterAll(() => database.drop());

/** When the caller heard something, and how much of it before the words were recognised. */
interface Answered {
  afterMs: number;
  bridgeSamples: number;
  endpointMs: number | undefined;
}

/** Somebody rings that business, and after the greeting says this (mumbles when it is null): what came of it. */
async function answerTo(said: string | null, recognisedAfterMs = 0): Promise<Answered> {
  const callSid = `CA${randomBytes(16).toString("hex")}`;
  const opened = await openCall({ callSid, from: "+972521112233", to: business.number, requestId: null });
  const call = opened.kind === "stream" ? await claimStream({ callSid, token: opened.callToken }) : null;
  if (!call) throw new Error("no stream");

  const clock = new FakeClock();
  const line = new FakeLine(clock);
  const voice = new FakeVoice(clock);
  const words = new Map((said?.split(" ") ?? []).map((word, at) => [at + 1, word]));
  const ears = new FakeEars(clock, words, new Map([...words.keys()].map((byte) => [byte, WORD_MS * 8])));
  // Nothing but patience is waited for.
  voice.firstByteMs = () => 0;
  ears.delayMs = () => recognisedAfterMs;
  const events: SessionEvent[] = [];
  const conversation = await converse(
    { transcriber: { open: () => ears }, synthesizer: voice, model: null, clips: new ClipCache(loadVoiceClips) },
    {
      ...{ call, clock, line, detector: new FakeDetector(clock), recall: async () => [] },
      events: (event) => events.push(event),
    },
  );
  line.onMark = (name) => conversation.onMark(name);
  const sound = async (ms: number, byte: number) => {
    for (let played = 0; played < ms; played += FRAME_MS) {
      const length = Math.min(FRAME_MS, ms - played);
      await clock.advance(length);
      conversation.onAudio(new Uint8Array(length * 8).fill(byte));
    }
  };

  conversation.start([]);
  await sound(1000, SILENCE);
  await sound(Math.ceil(line.aheadMs) + 1000, SILENCE);
  for (const byte of words.keys()) await sound(WORD_MS, byte);
  if (said === null) await sound(1200, MUMBLE);
  const endedAt = clock.now();
  await sound(5000, SILENCE);
  const ended = conversation.end({ kind: "caller_hung_up" });
  await clock.advance(10_000);
  await ended;

  const sounds = line.log.flatMap((sent) => (sent.kind === "audio" && sent.at > endedAt ? [sent] : []));
  const bridge = sounds.filter(({ at }) => at < endedAt + recognisedAfterMs);
  const metrics = events.flatMap((event) =>
    event.type === "turn" && event.turn.speaker === "agent" && event.turn.metrics ? [event.turn.metrics] : [],
  );
  return {
    afterMs: (sounds[0]?.at ?? Number.POSITIVE_INFINITY) - endedAt,
    bridgeSamples: bridge.reduce((sum, { samples }) => sum + samples, 0),
    endpointMs: metrics[0]?.endpointMs,
  };
}

test.each([
  ["what looks finished", "שלום רב לכולם", 1200],
  ["what looks unfinished", "אני מחפש דירה של", 2000],
])("a business's own patience ends %s", async (_, said, patienceMs) => {
  const { afterMs, endpointMs } = await answerTo(said);
  expect(endpointMs).toBeGreaterThanOrEqual(patienceMs - SLACK_MS);
  expect(endpointMs).toBeLessThanOrEqual(patienceMs + SLACK_MS);
  expect(afterMs).toBeGreaterThanOrEqual(patienceMs - SLACK_MS);
  expect(afterMs).toBeLessThanOrEqual(patienceMs + SLACK_MS);
});

test("words that nobody could make out do not end sooner than finished ones", async () => {
  const { afterMs } = await answerTo(null);
  expect(afterMs).toBeGreaterThanOrEqual(1200 - SLACK_MS);
  expect(afterMs).toBeLessThanOrEqual(1200 + SLACK_MS);
});

describe("a word bridges a long wait", () => {
  const LATE_MS = 2500;
  const heard = () => answerTo("שלום רב לכולם", LATE_MS);

  test("only where some voice has said it ahead", async () => {
    expect((await heard()).afterMs).toBeGreaterThan(LATE_MS);
  });

  test.each([
    ["in the voice that the business had before", "he-IL-Former", 3000],
    ["in another one that stepped in, which came later", ANOTHER_VOICE, 2400],
    ["in its own as soon as that is there", null, 4000],
  ])("%s", async (_, voice, samples) => {
    await keepVoiceClip(business.ctx, voice, phrases.filler, new Uint8Array(samples).fill(1));
    const { bridgeSamples, afterMs } = await heard();
    expect(bridgeSamples).toBe(samples);
    expect(afterMs).toBeLessThanOrEqual(1500);
  });
});
