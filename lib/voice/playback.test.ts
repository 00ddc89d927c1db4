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
