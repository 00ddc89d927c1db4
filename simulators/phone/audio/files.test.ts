import { describe, expect, it } from "vitest";
import { BadAudio, mp3DurationMs, readWav, writeMp3, writeWav } from "./files.ts";
import { decodeMulaw, encodeMulaw } from "./mulaw.ts";
import { murmur } from "./sounds.ts";

describe("mu-law", () => {
  it("is G.711", () => {
    expect([...encodeMulaw([0, 1000, -1000, 32767, -32768])]).toEqual([0xff, 0xce, 0x4e, 0x80, 0x00]);
    expect([...decodeMulaw(Uint8Array.of(0xff, 0x7f, 0x80, 0x00))]).toEqual([0, 0, 32124, -32124]);
  });

  it("survives a round trip for every value", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 0x7f);
    expect(encodeMulaw(decodeMulaw(bytes))).toEqual(bytes);
  });
});

describe("audio files", () => {
  it("reads back the WAV that it wrote", () => expect(readWav(writeWav(murmur(300)))).toEqual(murmur(300)));

  it("reads stereo at another rate, and mu-law with a header", () => {
    const stereo = wav({ code: 1, channels: 2, rate: 16_000, bits: 16 }, Buffer.alloc(16_000 * 4));
    expect(readWav(stereo)).toHaveLength(8000);
    expect(readWav(wav({ code: 7, channels: 1, rate: 8000, bits: 8 }, Buffer.alloc(80, 0xaa)))).toEqual(
      new Uint8Array(80).fill(0xaa),
    );
  });

  it("counts the frames of an MP3", async () => {
    const ms = mp3DurationMs(await writeMp3(murmur(2000)));
    expect(ms).toBeGreaterThanOrEqual(2000);
    expect(ms).toBeLessThan(2300);
  });

  it("refuses what is something else", () => {
    expect(() => readWav(Buffer.from("hello"))).toThrow(BadAudio);
    expect(() => readWav(wav({ code: 3, channels: 1, rate: 8000, bits: 32 }, Buffer.alloc(8)))).toThrow(BadAudio);
    expect(() => mp3DurationMs(Buffer.from("hello"))).toThrow(BadAudio);
  });
});

function wav(format: { code: number; channels: number; rate: number; bits: number }, data: Buffer): Buffer {
  const header = writeWav(new Uint8Array(0));
  header.writeUInt16LE(format.code, 20);
  header.writeUInt16LE(format.channels, 22);
  header.writeUInt32LE(format.rate, 24);
  header.writeUInt16LE(format.bits, 34);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}
