import { describe, expect, it } from "vitest";
import { AgentLine } from "./agent-line.ts";
import { SILENCE_BYTE } from "./audio/mulaw.ts";
import { murmur } from "./audio/sounds.ts";
import { CallLog } from "./call-log.ts";

function line() {
  const log = new CallLog();
  const agent = new AgentLine(log);
  let at = Date.now();
  const play = (frames: number) => {
    const heard: (Uint8Array | null)[] = [];
    for (let i = 0; i < frames; i++) {
      at += 20;
      heard.push(agent.nextFrame(at));
      agent.reachMarks();
    }
    return heard;
  };
  return { log, agent, play };
}

describe("the line from the agent to the caller", () => {
  it("plays pieces of any size without a gap and fills the last frame with silence", () => {
    const { agent, play } = line();
    const sound = murmur(50);
    for (let at = 0; at < sound.length; at += 7) agent.push(sound.subarray(at, at + 7), "stream");
    const heard = play(4);
    expect(Buffer.concat(heard.slice(0, 3).map((frame) => frame ?? Buffer.of()))).toEqual(
      Buffer.concat([sound, Buffer.alloc(80, SILENCE_BYTE)]),
    );
    expect(heard[3]).toBeNull();
  });

  it("reaches a mark with the frame that holds the last of its audio", () => {
    const { agent, play } = line();
    const reached: string[] = [];
    agent.push(murmur(60), "stream");
    agent.mark("end", (cleared) => reached.push(`end ${cleared}`));
    play(2);
    expect(reached).toEqual([]);
    play(1);
    expect(reached).toEqual(["end false"]);
    agent.mark("empty", () => reached.push("empty"));
    expect(reached).toEqual(["end false", "empty"]);
  });

  it("knows how long the agent has spoken, and takes a short gap for a pause", () => {
    const { log, agent, play } = line();
    expect(agent.quietMs).toBe(Number.POSITIVE_INFINITY);
    agent.push(murmur(200), "stream");
    play(12);
    expect(agent.speakingMs).toBe(200);
    play(9);
    expect(agent.speakingMs).toBe(0);
    agent.push(murmur(200), "stream");
    play(10);
    expect(log.entries.filter(({ kind }) => kind === "agent_speech_start")).toHaveLength(1);
    play(30);
    expect(agent.speakingMs).toBe(0);
    const starts = log.entries.filter((entry) => entry.kind === "agent_audio");
    expect(starts.map(({ gapMs }) => gapMs)).toEqual([-1, 220]);
    const end = log.entries.find((entry) => entry.kind === "agent_speech_end");
    expect(end).toMatchObject({ audibleMs: 400 });
  });

  it("hears silence as silence, though it is audio", () => {
    const { agent, play } = line();
    agent.push(new Uint8Array(1600).fill(SILENCE_BYTE), "stream");
    play(10);
    expect(agent.heardSinceLastSpeech).toBe(false);
  });
});
