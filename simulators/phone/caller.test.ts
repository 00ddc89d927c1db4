import { describe, expect, it } from "vitest";
import { AgentLine } from "./agent-line.ts";
import { isAudible, SILENT_FRAME } from "./audio/mulaw.ts";
import { murmur } from "./audio/sounds.ts";
import { CallLog } from "./call-log.ts";
import { Caller } from "./caller.ts";
import { type StepInput, scriptSchema } from "./script.ts";

const phrase = {
  id: "hello",
  text: "שלום לך",
  audio: murmur(390),
  words: [
    { text: "שלום", sounds: "", startMs: 33, endMs: 190 },
    { text: "לך", sounds: "", startMs: 210, endMs: 371 },
  ],
};

function callerWith(script: StepInput[], noiseFloor?: number) {
  const log = new CallLog();
  const line = new AgentLine(log);
  const done: string[] = [];
  const caller = new Caller({
    script: scriptSchema.parse(script),
    phrases: new Map([[phrase.id, phrase]]),
    line,
    log,
    noiseFloor,
    actions: {
      pressKey: (digit) => done.push(`key ${digit}`),
      hangUp: () => done.push("hang up"),
      cutStream: () => done.push("cut"),
    },
  });
  let frame = 0;
  const live = (frames: number) =>
    Array.from({ length: frames }, () => {
      frame += 1;
      line.nextFrame(frame * 20);
      line.reachMarks();
      return caller.nextFrame(frame * 20, 0);
    });
  return { log, line, caller, done, live };
}

describe("a simulated caller", () => {
  it("says a phrase and knows to the millisecond when its words were spoken", () => {
    const { log, live } = callerWith([
      { do: "wait", ms: 60 },
      { do: "say", phrase: "hello" },
    ]);
    const frames = live(30);
    // Three frames of waiting; the fourth, due at 80, holds what was spoken from 60 on.
    expect(frames.slice(0, 3).every(({ audio }) => audio === SILENT_FRAME)).toBe(true);
    expect(log.entries).toContainEqual(expect.objectContaining({ kind: "caller_speech_start", at: 60 + 33 }));
    expect(log.entries).toContainEqual(expect.objectContaining({ kind: "caller_speech_end", at: 60 + 371 }));
    expect(frames.flatMap(({ words }) => words.map(({ text }) => text))).toEqual(["שלום", "לך"]);
    expect(frames.slice(3, 23).every(({ audio }) => audio.length === 160)).toBe(true);
  });

  it("waits until the agent has answered and is quiet, and forgets what it said before the caller spoke", () => {
    const { line, live, done } = callerWith([
      { do: "wait", ms: 200 },
      { do: "say", phrase: "hello" },
      { do: "wait_agent", quietMs: 300 },
      { do: "hangup" },
    ]);
    line.push(murmur(100), "stream");
    live(100);
    expect(done).toEqual([]);
    line.push(murmur(100), "stream");
    live(18);
    expect(done).toEqual([]);
    live(4);
    expect(done).toEqual(["hang up"]);
  });

  it("gives up waiting, and says so", () => {
    const { live, done, log } = callerWith([{ do: "wait_agent", timeoutMs: 1000 }, { do: "cut_stream" }]);
    live(60);
    expect(done).toEqual(["cut"]);
    expect(log.entries).toContainEqual(expect.objectContaining({ kind: "wait_timeout", index: 0 }));
  });

  it("interrupts once the agent has been speaking for a while", () => {
    const { line, live, done } = callerWith([
      { do: "wait_agent_speaking", ms: 400 },
      { do: "dtmf", digits: "12" },
    ]);
    line.push(murmur(300), "stream");
    live(60);
    expect(done).toEqual([]);
    line.push(murmur(2000), "stream");
    live(40);
    expect(done).toEqual(["key 1", "key 2"]);
  });

  it("plays a recording between its first and last sound", () => {
    const silence = new Uint8Array(800).fill(0xff);
    const audioBase64 = Buffer.concat([silence, murmur(200), silence]).toString("base64");
    const { log, live } = callerWith([{ do: "play", audioBase64 }]);
    live(30);
    expect(log.entries).toContainEqual(expect.objectContaining({ kind: "caller_speech_start", at: 100, phrase: null }));
    expect(log.entries).toContainEqual(expect.objectContaining({ kind: "caller_speech_end", at: 300, phrase: null }));
  });

  it("makes noises that can be heard, and a hiss that can be asked for", () => {
    const kinds = ["cough", "street", "music", "white"] as const;
    for (const kind of kinds) {
      const { live } = callerWith([{ do: "noise", kind, ms: 400 }]);
      expect(live(20).filter(({ audio }) => isAudible(audio)).length).toBeGreaterThan(10);
    }
    const { live } = callerWith([], 0.001);
    expect(live(2).every(({ audio }) => audio !== SILENT_FRAME && !isAudible(audio))).toBe(true);
  });
});
