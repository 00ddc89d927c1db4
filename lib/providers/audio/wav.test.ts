import { describe, expect, it } from "vitest";
import { decodeMulaw } from "./mulaw.ts";
import { samplesOfWav, stripWavHeader, wavFromMulaw } from "./wav.ts";

const audio = Uint8Array.from({ length: 50 }, (_, index) => index);

function riff(chunks: [string, Uint8Array, number?][]): Uint8Array {
  const parts = chunks.map(([id, body, size = body.length]) => {
    const head = Buffer.alloc(8);
    head.write(id, 0, "latin1");
    head.writeUInt32LE(size, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  });
  return Buffer.concat([Buffer.from("RIFF\0\0\0\0WAVE", "latin1"), ...parts]);
}

describe("the audio of a WAV file", () => {
  it.each([
    [
      "the usual header",
      riff([
        ["fmt ", new Uint8Array(16)],
        ["data", audio],
      ]),
    ],
    [
      "a longer format and a fact chunk",
      riff([
        ["fmt ", new Uint8Array(18)],
        ["fact", new Uint8Array(4)],
        ["data", audio],
      ]),
    ],
    [
      "a chunk of odd length before",
      riff([
        ["LIST", new Uint8Array(5)],
        ["data", audio],
      ]),
    ],
    [
      "a chunk after it",
      riff([
        ["data", audio],
        ["LIST", new Uint8Array(4)],
      ]),
    ],
    ["an unknown length", riff([["data", audio, 0xffffffff]])],
    ["a length of zero, as streams have it", riff([["data", audio, 0]])],
    ["no header at all", audio],
  ])("is found with %s", (_, file) => expect([...stripWavHeader(file)]).toEqual([...audio]));

  it("is empty when there is a header and nothing else", () => {
    expect(stripWavHeader(riff([["fmt ", new Uint8Array(16)]]))).toHaveLength(0);
    expect(stripWavHeader(new Uint8Array(0))).toHaveLength(0);
  });

  it("of a phone line is written as 16-bit samples at 8 kHz", () => {
    const wav = Buffer.from(wavFromMulaw(Uint8Array.of(0xff, 0x7f, 0x80, 0x00)));
    expect([wav.readUInt32LE(4), wav.readUInt32LE(24), wav.readUInt32LE(40)]).toEqual([wav.length - 8, 8000, 8]);
    expect([0, 2, 4, 6].map((at) => wav.readInt16LE(44 + at))).toEqual([0, 0, 32124, -32124]);
    expect(stripWavHeader(wav)).toHaveLength(8);
  });
});

describe("the samples of a WAV file", () => {
  it("are what was put into it, wherever the file begins in memory", () => {
    const wav = wavFromMulaw(audio);
    const shifted = new Uint8Array(wav.length + 1);
    shifted.set(wav, 1);
    expect(samplesOfWav(shifted.subarray(1))).toEqual({ samples: decodeMulaw(audio), sampleRate: 8000 });
  });

  it.each([
    ["no WAV", audio],
    ["a format that is cut", wavFromMulaw(audio).subarray(0, 30)],
    ["mu-law", wavFromMulaw(audio).with(20, 7)],
    ["two channels", wavFromMulaw(audio).with(22, 2)],
  ])("are not guessed from %s", (_, bytes) => {
    expect(samplesOfWav(bytes)).toBeNull();
  });
});
