import { describe, expect, it } from "vitest";
import { lineEvents, spokenPhrases } from "../../scripts/call/line-events.ts";
import { crmCall, phoneRecord } from "../../scripts/call/testing/records.ts";
import type { ObservedCall } from "../call/ringing.ts";
import { judge } from "./verdict.ts";

const RENT = { phrase: "rental_opening", text: "שלום, אני מחפש דירה להשכרה." };
const open = (at: number) => ({ kind: "stream_open", at, url: "ws://moked", tookMs: 5 });
const closed = (at: number) => ({ kind: "stream_closed", at, by: "agent", code: 1006, unheardMs: 0 });
const voice = (at: number, source = "stream") => ({
  kind: "agent_audio",
  at,
  arrivedAt: at,
  playAt: at,
  gapMs: 0,
  source,
});
const asked = (from: number, to: number, status = 200, params = {}) => ({
  ...{ kind: "webhook", at: to, url: "http://moked", status, tookMs: to - from, params },
});
const said = (from: number, to: number) => [
  { kind: "caller_speech_start", at: from, lateMs: 0, ...RENT },
  { kind: "caller_speech_end", at: to, lateMs: 0, ...RENT },
];

function call(log: { kind: string; at: number }[], kept: string[] = []): ObservedCall {
  const events = lineEvents({ log });
  return {
    phone: phoneRecord(log),
    events,
    spoken: spokenPhrases(events),
    record: crmCall(kept.map((text) => ({ speaker: "caller", text, heard_text: text, end_ms: 0 }))),
  };
}

const kill = (victim: "edge" | "next", at: number) => ({ victim, at, pid: 1 });
const verdict = (one: ObservedCall, ...kills: ReturnType<typeof kill>[]) =>
  judge({ calls: [one], requests: { transcriptions: [], models: [], voices: [] } }, kills);

describe("what was acknowledged", () => {
  it("is what was answered on the stream it was said into, and must be kept", () => {
    const log = [open(0), ...said(1000, 3000), voice(4000), closed(5000)];
    expect(verdict(call(log))).toMatchObject({ acknowledged: 1, lost: [expect.stringContaining(RENT.text)] });
    expect(verdict(call(log, [RENT.text]))).toMatchObject({ acknowledged: 1, lost: [] });
  });

  it("is not what a kill left without an answer", () => {
    expect(verdict(call([open(0), ...said(1000, 3000), closed(3500), open(4000), voice(4100)]))).toMatchObject({
      acknowledged: 0,
    });
  });

  it("is what the network understood and got an answer to", () => {
    const words = { SpeechResult: "דירה בחולון" };
    expect(verdict(call([asked(0, 900, 200, words)]))).toMatchObject({ acknowledged: 1, lost: [expect.any(String)] });
    expect(verdict(call([asked(0, 900, 0, words)]))).toMatchObject({ acknowledged: 0 });
  });
});

describe("a wait after a kill", () => {
  it("lasts from the kill that cut the stream to the next voice", () => {
    const log = [open(0), voice(100), closed(10_010), asked(10_020, 11_300), voice(11_500)];
    expect(verdict(call(log), kill("edge", 10_000)).hit).toMatchObject([{ victim: "edge", voiceAgainMs: 1500 }]);
    expect(verdict(call(log), kill("next", 5_000)).hit).toEqual([]);
  });

  it("is told with the longest silence in it, before or after what the caller says meanwhile", () => {
    const log = [open(0), closed(10_010), ...said(10_800, 14_500), open(11_200), voice(15_300)];
    expect(verdict(call(log), kill("edge", 10_000)).hit).toMatchObject([{ silentMs: 800, voiceAgainMs: 5300 }]);
    const speaking = [open(0), ...said(8_000, 10_500), closed(10_010), open(11_200), voice(11_700)];
    expect(verdict(call(speaking), kill("edge", 10_000)).hit).toMatchObject([{ silentMs: 1200, voiceAgainMs: 1700 }]);
  });

  it("is that of a question under way, or asked while nobody is there", () => {
    const waiting = call([asked(9_500, 11_000), voice(11_200, "play")]);
    expect(verdict(waiting, kill("next", 10_000)).hit).toMatchObject([{ at: 10_000, voiceAgainMs: 1200 }]);
    const asking = call([asked(10_300, 11_000), voice(11_200, "say")]);
    expect(verdict(asking, kill("next", 10_000)).hit).toMatchObject([{ at: 10_300, voiceAgainMs: 900 }]);
  });

  it("ends with a voice of ours, not with the network's own error", () => {
    const log = [asked(9_500, 10_010, 0), voice(10_100, "error")];
    expect(verdict(call(log), kill("edge", 10_000)).hit).toMatchObject([{ voiceAgainMs: null }]);
  });

  it("is nobody's who is just hanging up", () => {
    const log = [open(0), closed(10_010), { kind: "hangup", at: 10_500 }];
    expect(verdict(call(log), kill("edge", 10_000)).hit).toEqual([]);
  });
});
