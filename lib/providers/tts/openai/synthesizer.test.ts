import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { toPcm16 } from "#simulators/common/encodings.ts";
import { speechLike } from "#simulators/common/speech-like.ts";
import { openAiSynthesizer } from "./synthesizer.ts";

const TEXT = "שלום, הגעתם לשי דירות. במה אפשר לעזור?";
const PAGE = `<!DOCTYPE html>\n<html><body>${"<p>Sign in to the network</p>\n".repeat(4500)}</body></html>`;
const SPEECH = toPcm16(speechLike({ text: TEXT, sampleRate: 24_000, voice: "coral" }));
const silence = (seconds: number) => Buffer.alloc(seconds * 48_000);

let server: Server | null = null;
afterEach(() => server?.close());

/** What comes of a voice that answers with 200, this type and this body. */
async function hear(type: string | null, body: string | Buffer, encoding: "mulaw8k" | "mp3" = "mulaw8k") {
  server = createServer((_, response) => {
    response.writeHead(200, type === null ? {} : { "Content-Type": type });
    response.end(body);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const voice = openAiSynthesizer({ apiKey: "sk-test", baseUrl: `http://127.0.0.1:${port}/v1`, model: "tts" });
  let bytes = 0;
  let error: unknown = null;
  try {
    const request = { text: TEXT, voice: null, encoding };
    for await (const piece of voice.synthesize(request, new AbortController().signal)) bytes += piece.length;
  } catch (thrown) {
    error = thrown;
  }
  return { seconds: bytes / 8000, error };
}

it.each(["audio/pcm", "audio/pcm;rate=24000", "application/octet-stream", null])(
  "speaks what comes as %s",
  async (type) => {
    const { seconds, error } = await hear(type, SPEECH);
    expect(error).toBeNull();
    expect(seconds).toBeCloseTo(SPEECH.length / 48_000, 1);
  },
);

it.each([
  ["text/html", PAGE],
  ["application/octet-stream", PAGE],
  ["application/xml", PAGE],
  ["application/xml", SPEECH],
  [null, PAGE],
  ["audio/pcm", PAGE],
  [null, `{"error": {"message": "${"busy ".repeat(20_000)}"}}`],
  [null, "Bad gateway"],
  ["audio/mpeg", SPEECH],
  ["audio/wav", SPEECH],
  ["audio/pcm", silence(3)],
])("plays nothing of what is no speech, and says so: %s", async (type, body) => {
  const { seconds, error } = await hear(type, body);
  expect(error).toMatchObject({ provider: "tts", retryable: true });
  expect(seconds).toBe(0);
});

it("plays no page as MP3 either", async () => {
  expect(await hear("application/octet-stream", PAGE, "mp3")).toMatchObject({
    seconds: 0,
    error: { provider: "tts", retryable: true },
  });
});

it("plays a beginning that is silent when words come after it", async () => {
  const { seconds, error } = await hear("audio/pcm", Buffer.concat([silence(1), SPEECH]));
  expect(error).toBeNull();
  expect(seconds).toBeCloseTo(1 + SPEECH.length / 48_000, 1);
});

it("is cut when it says far more than its text", async () => {
  const { seconds, error } = await hear("audio/pcm", Buffer.concat(Array(20).fill(SPEECH)));
  expect(error).toMatchObject({ provider: "tts", message: expect.stringMatching(/too long/) });
  expect(seconds).toBeLessThan(12);
});
