import { describe, expect, it, vi } from "vitest";
import type { Voice } from "../types.ts";
import { chooseVoice } from "./choose-voice.ts";
import { VoiceList } from "./voice-list.ts";

const voices = (...names: string[]): Voice[] => names.map((name) => ({ name, gender: "female" }));
const all = voices("he-IL-Standard-A", "he-IL-Wavenet-B", "he-IL-Wavenet-A", "he-IL-Chirp3-HD-Aoede");

describe("the voice to take", () => {
  it.each([
    ["the business's own", all, ["he-IL-Standard-A", "he-IL-Wavenet-A"], "he-IL-Standard-A"],
    ["the configured one when the business's is gone", all, ["he-IL-Gone", "he-IL-Wavenet-B"], "he-IL-Wavenet-B"],
    ["Chirp3-HD when nobody chose", all, [null, null], "he-IL-Chirp3-HD-Aoede"],
    ["Wavenet where there is no Chirp3-HD", all.slice(0, 3), [null, null], "he-IL-Wavenet-A"],
    ["Standard where there is nothing else", all.slice(0, 1), [null], "he-IL-Standard-A"],
    ["the chosen one while nobody knows what there is", [], [null, "he-IL-Wavenet-C"], "he-IL-Wavenet-C"],
    ["a sure one while nobody knows anything", [], [null], "he-IL-Wavenet-A"],
  ])("is %s", (_, available, wanted, name) => expect(chooseVoice(available, wanted)).toBe(name));
});

describe("the list of voices", () => {
  it("is asked for once by many, again when it is old, and kept when asking fails", async () => {
    const clock = { now: 0 };
    const ask = vi.fn(async () => all);
    const list = new VoiceList(ask, () => clock.now);
    expect(list.known()).toEqual([]);
    await Promise.all([list.fresh(), list.fresh()]);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(list.known()).toBe(all);

    clock.now = 7 * 60 * 60_000;
    ask.mockRejectedValueOnce(new Error("down"));
    expect(list.known()).toBe(all);
    await expect(list.fresh()).rejects.toThrow("down");
    expect(list.known()).toBe(all);
    expect(ask).toHaveBeenCalledTimes(2);

    clock.now += 61_000;
    list.known();
    expect(ask).toHaveBeenCalledTimes(3);
  });
});
