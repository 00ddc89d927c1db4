import { describe, expect, it } from "vitest";
import { heardText } from "./heard-text.ts";
import { Playback } from "./playback.ts";
import { FakeClock } from "./testing/fake-clock.ts";
import { defaultTuning } from "./tuning.ts";

function playback() {
  const clock = new FakeClock();
  const log: string[] = [];
  const line = {
    send: (audio: Uint8Array) => log.push(`audio ${audio.length}`),
    mark: (name: string) => log.push(`mark ${name}`),
    clear: () => log.push("clear"),
  };
  const heard: number[] = [];
  const play = new Playback(clock, line, defaultTuning, () => heard.push(play.heard));
  play.begin();
  return { clock, log, play, heard };
}

describe("what was sent and heard", () => {
  it("marks every 240 ms and at the end of a sentence", () => {
    const { log, play } = playback();
    play.send(new Uint8Array(1000));
    play.send(new Uint8Array(3500));
    play.mark();
    play.mark();
    expect(log).toEqual([
      "audio 1000",
      "audio 920",
      "mark 1.1920",
      "audio 1920",
      "mark 1.3840",
      "audio 660",
      "mark 1.4500",
    ]);
  });

  it("believes only the marks of what is playing now", () => {
    const { log, play, heard } = playback();
    play.send(new Uint8Array(4000));
    play.onMark("1.1920");
    play.clear();
    play.send(new Uint8Array(4000));
    for (const name of ["1.3840", "1.1920", "3.1920", "2", "", "2.x", "2.99999", "2.-1"]) play.onMark(name);
    expect(play.heard).toBe(0);
    play.onMark("2.1920");
    play.onMark("2.1920");
    expect(heard).toEqual([1920, 1920]);
    expect(log.filter((entry) => entry === "clear")).toHaveLength(1);
  });

  it("needs no clear when everything was heard", () => {
    const { log, play } = playback();
    play.send(new Uint8Array(1920));
    play.onMark("1.1920");
    play.clear();
    expect(log).not.toContain("clear");
  });

  it("takes a lost last mark for played, three seconds after its time", async () => {
    const { clock, play } = playback();
    play.send(new Uint8Array(8000));
    play.end();
    await clock.advance(3900);
    expect(play.playing).toBe(true);
    await clock.advance(200);
    expect(play.playing).toBe(false);
    expect(clock.pending).toBe(0);
  });
});

describe("heard text", () => {
  const placed = [
    { text: "שלום לך.", startSample: 0, endSample: 8000 },
    { text: "יש לנו שלוש דירות", startSample: 8000, endSample: 24_000 },
    { text: "באזור", startSample: null, endSample: null },
  ];

  it.each([
    [0, ""],
    [7999, "שלום"],
    [8000, "שלום לך."],
    [16_000, "שלום לך. יש לנו"],
    [23_999, "שלום לך. יש לנו שלוש"],
    [24_000, "שלום לך. יש לנו שלוש דירות"],
  ])("after %i samples: %s", (samples, text) => {
    expect(heardText(placed, samples, 24_000)).toBe(text);
  });

  it("does not take a sentence for heard whose end has not come yet", () => {
    const coming = [{ text: "משפט ארוך שעוד מגיע", startSample: 0, endSample: null }];
    expect(heardText(coming, 1920, 1920)).toBe("");
    expect(heardText(coming, 5000, 5000)).toBe("משפט");
  });
});

describe("a voice that was paused", () => {
  /** 4 s whose bytes tell their place (in steps of 10 ms): steady, so that no place in it is quieter than another. */
  const audio = Uint8Array.from({ length: 32_000 }, (_, at) => (Math.floor(at / 80) % 2 === 0 ? 1 : 0x81));

  it("goes on where the ear was: after the last mark, by the time that has passed since", async () => {
    const { clock, log, play } = playback();
    play.send(audio);
    await clock.advance(240);
    play.onMark("1.1920");
    await clock.advance(100);
    play.pause();
    expect(log.at(-1)).toBe("clear");
    expect(play.playing).toBe(true);
    await clock.advance(900);
    log.length = 0;
    play.goOn();
    const lengths = log.flatMap((entry) => (entry.startsWith("audio ") ? [Number(entry.slice(6))] : []));
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(32_000 - 1920 - 800);
    expect(log.at(-1)).toBe("mark 2.32000");
    expect(play.sent).toBe(32_000);
    play.onMark("1.32000");
    expect(play.heard).toBe(1920);
    play.onMark("2.32000");
    expect(play.playing).toBe(false);
  });

  it("begins again between two words, at most a quarter of a second earlier", async () => {
    const { clock, log, play } = playback();
    const words = Uint8Array.from(audio).fill(0xff, 1920 + 8, 1920 + 400);
    play.send(words);
    await clock.advance(380);
    play.pause();
    log.length = 0;
    play.goOn();
    // The ear was at 3,040; the last quiet 20 ms that end on the way back from there end at 2,240.
    expect(log[0]).toBe("audio 1920");
    expect(play.unheardMs).toBe((32_000 - 2240) / 8);
  });

  it("never skips what the far side cannot have played yet", async () => {
    const { clock, play } = playback();
    play.send(audio.subarray(0, 800));
    await clock.advance(1000);
    play.send(audio.subarray(800, 8000));
    await clock.advance(50);
    play.pause();
    play.goOn();
    expect(play.unheardMs).toBe(900 - 50);
  });

  it("is over when the ear had come to its end", async () => {
    const { clock, play } = playback();
    play.send(audio.subarray(0, 160));
    await clock.advance(500);
    play.pause();
    play.goOn();
    expect(play.playing).toBe(false);
  });

  it("can be thrown away too, without a second clear", () => {
    const { log, play, clock } = playback();
    play.send(audio);
    play.pause();
    play.end();
    play.clear();
    expect(log.filter((entry) => entry === "clear")).toHaveLength(1);
    expect(play.playing).toBe(false);
    expect(play.paused).toBe(false);
    expect(clock.pending).toBe(0);
  });
});
