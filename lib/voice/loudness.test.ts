import { expect, it } from "vitest";
import { Loudness, rootMeanSquare } from "./loudness.ts";

const window = (byte: number) => new Uint8Array(256).fill(byte);
const [SILENCE, SOFT, LOUD] = [0xff, 0xd0, 0x90];
const after = (loudness: Loudness, bytes: number[]) =>
  bytes.map((byte) => loudness.push(rootMeanSquare(window(byte)))).at(-1);
const times = (count: number, byte: number) => Array.from({ length: count }, () => byte);

it("counts from the moment at which the line rises above its own quiet", () => {
  expect(after(new Loudness(), [...times(30, SILENCE), ...times(5, LOUD)])).toBe(160);
});

it("goes on over the short closures of speech, and begins anew after a real pause", () => {
  expect(after(new Loudness(), [LOUD, LOUD, SILENCE, SILENCE, LOUD])).toBe(160);
  expect(after(new Loudness(), [LOUD, LOUD, SILENCE, SILENCE, SILENCE, LOUD])).toBe(32);
});

it("takes a noise that stays for the line's quiet, and still hears what is louder", () => {
  const loudness = new Loudness();
  expect(after(loudness, times(600, SOFT))).toBe(0);
  expect(after(loudness, times(4, LOUD))).toBe(128);
});
