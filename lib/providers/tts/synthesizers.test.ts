import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { parseEnv } from "#lib/config/env.ts";
import { ProviderFailed } from "#lib/errors.ts";
import { type GoogleTtsSimulator, generateServiceAccount, startGoogleTts } from "#simulators/google-tts/index.ts";
import { type OpenAiSimulator, startOpenAi } from "#simulators/openai/server.ts";
import { decodeMulaw } from "../audio/mulaw.ts";
import { createSpeechSynthesizer } from "./index.ts";
import type { SpeechRequest, SpeechSynthesizer } from "./types.ts";
import { withSecondVoice } from "./with-second-voice.ts";

const apiKey = "sk-test";
const account = generateServiceAccount("http://127.0.0.1:1").json;
const text = "שלום, הגעתם לשי דירות. במה אפשר לעזור?";
let google: GoogleTtsSimulator;
let openai: OpenAiSimulator;
beforeAll(async () => {
  google = await startGoogleTts({ serviceAccountJson: account, latency: "none" });
  openai = await startOpenAi({ apiKey, latency: "none" });
});
afterAll(async () => {
  await google.close();
  await openai.close();
});

const googleEnv = () => ({ GOOGLE_TTS_SA_JSON: account, GOOGLE_TTS_BASE_URL: google.url });
const openaiEnv = () => ({ OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: openai.url });

function voiceFor(...parts: Record<string, string>[]): SpeechSynthesizer {
  const synthesizer = createSpeechSynthesizer(parseEnv(Object.assign({}, ...parts)));
  if (!synthesizer) throw new Error("no voice is configured");
  return synthesizer;
}

async function say(
  voice: SpeechSynthesizer,
  request: Partial<SpeechRequest> = {},
  signal = new AbortController().signal,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const asked: SpeechRequest = { text, voice: null, encoding: "mulaw8k", ...request };
  for await (const chunk of voice.synthesize(asked, signal)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function loudness(mulaw: Uint8Array): number {
  const samples = decodeMulaw(mulaw);
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

describe.each([
  ["Google's voice", () => voiceFor(googleEnv())],
  ["OpenAI's voice", () => voiceFor(openaiEnv())],
])("%s", (_, voice) => {
  it("speaks raw mu-law that a phone line can play, without any header", async () => {
    const audio = await say(voice());
    expect(audio.toString("latin1")).not.toContain("RIFF");
    const seconds = audio.length / 8000;
    expect(text.length / seconds).toBeGreaterThan(8);
    expect(text.length / seconds).toBeLessThan(20);
    expect(loudness(audio)).toBeGreaterThan(500);
  });

  it("speaks MP3 for a player", async () => {
    const mp3 = await say(voice(), { encoding: "mp3" });
    expect([mp3[0], (mp3[1] ?? 0) & 0xe0]).toEqual([0xff, 0xe0]);
  });

  it("takes a voice that it does not know as its own best one", async () => {
    const synthesizer = voice();
    await synthesizer.voices();
    expect((await say(synthesizer, { voice: "he-IL-Nobody" })).length).toBeGreaterThan(4000);
  });

  it("stops when the caller interrupts", async () => {
    const stopped = AbortSignal.abort(new Error("barge-in"));
    await expect(say(voice(), {}, stopped)).rejects.toThrow("barge-in");
  });
});

describe("which voice speaks", () => {
  it("is the business's own, then the configured one, then the best there is", async () => {
    const spoken = () => google.requests.after(0).at(-1)?.detail;
    const synthesizer = voiceFor(googleEnv(), { GOOGLE_TTS_VOICE: "he-IL-Wavenet-B" });
    await synthesizer.voices();
    await say(synthesizer, { voice: "he-IL-Wavenet-D" });
    expect(spoken()).toMatchObject({ voice: "he-IL-Wavenet-D" });
    await say(synthesizer);
    expect(spoken()).toMatchObject({ voice: "he-IL-Wavenet-B" });
    const plain = voiceFor(googleEnv());
    await plain.voices();
    await say(plain);
    expect(spoken()).toMatchObject({ voice: "he-IL-Wavenet-A" });
  });

  it("is nobody's when nothing is configured, and OpenAI's when Google is switched off", () => {
    expect(createSpeechSynthesizer(parseEnv({}))).toBeNull();
    expect(voiceFor(googleEnv(), openaiEnv(), { TTS_DISABLED: "true" }).name).toMatch(/^openai/);
  });
});

// biome-ignore lint/correctness/useYield: it fails before its first byte.
async function* failing(): AsyncGenerator<Uint8Array> {
  throw new ProviderFailed("tts", true, "down");
}

describe("when Google fails", () => {
  it.each(["429", "500", "cut", "stall", "empty", "truncated", "html"] as const)(
    "with %s, OpenAI's voice says the sentence, and it is known",
    async (kind) => {
      google.faults.set({ voice: { kind, times: 1 } });
      const troubles: unknown[] = [];
      const audio = await say(voiceFor(googleEnv(), openaiEnv()), { onTrouble: (error) => troubles.push(error) });
      expect(audio.length / 8000).toBeGreaterThan(1.5);
      expect(troubles).toMatchObject([{ provider: "tts", retryable: true }]);
    },
  );

  it.each([
    ["html", 0],
    ["empty", 0],
    // It comes as a stream: what was played is played, but it was not the whole sentence.
    ["truncated", 4000],
  ] as const)("and OpenAI's answer is not the sentence either (%s), that is an error", async (kind, played) => {
    openai.faults.set({ voice: { kind, times: 1 } });
    const pieces: Uint8Array[] = [];
    const request: SpeechRequest = { text, voice: null, encoding: "mulaw8k" };
    const speaking = async () => {
      for await (const piece of voiceFor(openaiEnv()).synthesize(request, new AbortController().signal))
        pieces.push(piece);
    };
    await expect(speaking()).rejects.toMatchObject({ provider: "tts", retryable: true });
    expect(Buffer.concat(pieces).length).toBeGreaterThanOrEqual(played);
  });

  it("again and again, it is left alone for a minute", async () => {
    const clock = { now: 0 };
    const broken = { ...voiceFor(googleEnv()), synthesize: vi.fn(() => failing()) };
    const voice = withSecondVoice(broken, voiceFor(openaiEnv()), () => clock.now);
    const onTrouble = vi.fn();
    for (let sentence = 0; sentence < 5; sentence++)
      expect((await say(voice, { onTrouble })).length).toBeGreaterThan(4000);
    expect(broken.synthesize).toHaveBeenCalledTimes(3);
    // Nor does it pass unseen meanwhile who speaks.
    expect(onTrouble.mock.calls).toEqual(Array(5).fill([expect.objectContaining({ message: "tts: down" })]));
    clock.now = 61_000;
    await say(voice);
    await say(voice);
    expect(broken.synthesize).toHaveBeenCalledTimes(4);
  });

  it("alone, it says so in our own words", async () => {
    google.faults.set({ voice: { kind: "500", times: 1 } });
    await expect(say(voiceFor(googleEnv()))).rejects.toMatchObject({ provider: "tts", retryable: true });
    const stranger = generateServiceAccount("http://127.0.0.1:1").json;
    await expect(say(voiceFor(googleEnv(), { GOOGLE_TTS_SA_JSON: stranger }))).rejects.toMatchObject({
      provider: "tts",
      retryable: false,
    });
    expect(() => voiceFor(googleEnv(), { GOOGLE_TTS_SA_JSON: "{}" })).toThrow(/GOOGLE_TTS_SA_JSON/);
  });
});
