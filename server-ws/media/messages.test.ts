import { describe, expect, test } from "vitest";
import { clearMessage, markMessage, mediaMessage, parseFrame } from "./messages.ts";

const start = {
  event: "start",
  sequenceNumber: "1",
  streamSid: "MZ1",
  start: {
    streamSid: "MZ1",
    accountSid: "AC1",
    callSid: "CA1",
    tracks: ["inbound"],
    customParameters: { call_token: "t" },
    mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
  },
};
const media = (payload: string) => ({
  event: "media",
  sequenceNumber: "3",
  streamSid: "MZ1",
  media: { track: "inbound", chunk: "2", timestamp: "20", payload },
});

const kindOf = (message: unknown) => parseFrame(typeof message === "string" ? message : JSON.stringify(message)).kind;

describe("frames from Twilio", () => {
  test("are read as its pages describe them", () => {
    expect(parseFrame(JSON.stringify(start))).toMatchObject({
      kind: "frame",
      frame: { event: "start", start: { callSid: "CA1", customParameters: { call_token: "t" } } },
    });
    const audio = Buffer.alloc(160, 0x7f);
    expect(parseFrame(JSON.stringify(media(audio.toString("base64"))))).toMatchObject({
      kind: "frame",
      frame: { event: "media", media: { chunk: 2, payload: audio } },
    });
    expect(kindOf({ event: "connected", protocol: "Call", version: "1.0.0" })).toBe("frame");
    expect(kindOf({ event: "dtmf", streamSid: "MZ1", dtmf: { track: "inbound_track", digit: "5" } })).toBe("frame");
    expect(kindOf({ event: "mark", streamSid: "MZ1", mark: { name: "g1-240" } })).toBe("frame");
    expect(kindOf({ event: "stop", streamSid: "MZ1", stop: { accountSid: "AC1", callSid: "CA1" } })).toBe("frame");
  });

  test("an event that we do not know is no error", () => {
    expect(parseFrame('{"event":"weather","streamSid":"MZ1"}')).toEqual({ kind: "unknown_event", event: "weather" });
  });

  test("what is no frame is malformed, and says why", () => {
    expect(parseFrame("not json")).toEqual({ kind: "malformed", reason: "not JSON" });
    expect(parseFrame(JSON.stringify(media("@@@@")))).toEqual({
      kind: "malformed",
      reason: "media.payload: not base64",
    });
    expect(parseFrame(JSON.stringify(media("")))).toEqual({ kind: "malformed", reason: "media.payload: wrong size" });
    expect(kindOf(media(Buffer.alloc(40_000).toString("base64")))).toBe("malformed");
    expect(
      kindOf({
        ...start,
        start: { ...start.start, mediaFormat: { encoding: "audio/opus", sampleRate: 48000, channels: 2 } },
      }),
    ).toBe("malformed");
    for (const odd of ["null", "[]", "3", '"media"', "{}", '{"event":7}', '{"event":"media"}', ""])
      expect(kindOf(odd)).toBe("malformed");
  });

  // Any damage to a good frame gives a frame, an unknown event or a malformed one; nothing throws, and audio stays bounded.
  test("damaged in any way never throws", () => {
    const random = seeded(11);
    const good = [
      start,
      media(Buffer.alloc(160).toString("base64")),
      { event: "mark", streamSid: "MZ1", mark: { name: "a" } },
    ];
    for (let round = 0; round < 5_000; round++) {
      const text = JSON.stringify(good[Math.floor(random() * good.length)]);
      const parsed = parseFrame(damage(text, random));
      expect(["frame", "unknown_event", "malformed"]).toContain(parsed.kind);
      if (parsed.kind === "frame" && parsed.frame.event === "media") {
        expect(parsed.frame.media.payload.length).toBeGreaterThan(0);
        expect(parsed.frame.media.payload.length).toBeLessThanOrEqual(3_200);
      }
    }
  });

  test("any audio of a fitting size comes through unchanged", () => {
    const random = seeded(5);
    for (let round = 0; round < 500; round++) {
      const bytes = Buffer.from(
        Array.from({ length: 1 + Math.floor(random() * 3_200) }, () => Math.floor(random() * 256)),
      );
      const parsed = parseFrame(JSON.stringify(media(bytes.toString("base64"))));
      expect(
        parsed.kind === "frame" && parsed.frame.event === "media" && parsed.frame.media.payload.equals(bytes),
      ).toBe(true);
    }
  });
});

test("frames to Twilio carry the stream and nothing that is not asked for", () => {
  const sent = [mediaMessage("MZ1", Uint8Array.of(1, 2, 255)), markMessage("MZ1", 'a"b'), clearMessage("MZ1")];
  expect(sent.map((text) => JSON.parse(text))).toEqual([
    { event: "media", streamSid: "MZ1", media: { payload: "AQL/" } },
    { event: "mark", streamSid: "MZ1", mark: { name: 'a"b' } },
    { event: "clear", streamSid: "MZ1" },
  ]);
});

function damage(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const end = at + Math.floor(random() * 12);
  switch (Math.floor(random() * 4)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(end);
    case 2:
      return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x3000)) + text.slice(at + 1);
    default:
      return text.slice(0, at) + text.slice(at, end).repeat(40) + text.slice(end);
  }
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
