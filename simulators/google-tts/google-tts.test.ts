import { type protos, TextToSpeechClient } from "@google-cloud/text-to-speech";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { spokenMs } from "../common/speech-like.ts";
import { type GoogleTtsSimulator, generateServiceAccount, startGoogleTts } from "./index.ts";
import { signJwt } from "./service-account.ts";

const account = generateServiceAccount("http://127.0.0.1:1");
const voice = { languageCode: "he-IL", name: "he-IL-Wavenet-A" };
const text = "שלום, הגעתם לשי דירות ומשרדים. איך אפשר לעזור?";
let google: GoogleTtsSimulator;
let client: TextToSpeechClient;

beforeAll(async () => {
  google = await startGoogleTts({ serviceAccountJson: account.json, latency: "none" });
  client = clientFor(account.json);
});
afterAll(async () => {
  await client.close();
  await google.close();
});

describe("Google's own client against the simulator", () => {
  test("lists the Hebrew voices", async () => {
    const [answer] = await client.listVoices({ languageCode: "he-IL" });
    const names = answer.voices?.map((one) => one.name) ?? [];
    expect(names).toContain("he-IL-Wavenet-D");
    expect(names).toHaveLength(8);
    expect(answer.voices?.[0]?.ssmlGender).toBe("FEMALE");
    const [none] = await client.listVoices({ languageCode: "fr-FR" });
    expect(none.voices).toEqual([]);
  });

  test("speaks mu-law at 8 kHz inside of a WAV header, as long as the text takes", async () => {
    const audio = await synthesize({ audioEncoding: "MULAW", sampleRateHertz: 8000 });
    expect([audio.toString("latin1", 0, 4), audio.readUInt16LE(20), audio.readUInt32LE(24)]).toEqual(["RIFF", 7, 8000]);
    const durationMs = (audio.length - 44) / 8;
    expect(durationMs).toBeCloseTo(spokenMs(text), 0);
    expect(text.length / (durationMs / 1000)).toBeGreaterThan(9);
    expect(text.length / (durationMs / 1000)).toBeLessThan(15);
  });

  test("LINEAR16 keeps its rate and is as loud as speech; a faster voice is shorter; MP3 is MP3", async () => {
    const audio = await synthesize({ audioEncoding: "LINEAR16", sampleRateHertz: 16_000 });
    expect([audio.readUInt16LE(20), audio.readUInt32LE(24)]).toEqual([1, 16_000]);
    expect(loudness(audio.subarray(44))).toBeGreaterThan(-23);
    expect(loudness(audio.subarray(44))).toBeLessThan(-18);
    const fast = await synthesize({ audioEncoding: "LINEAR16", sampleRateHertz: 16_000, speakingRate: 2 });
    expect((fast.length - 44) * 2).toBeCloseTo(audio.length - 44, -2);
    const mp3 = await synthesize({ audioEncoding: "MP3" });
    expect([mp3[0], (mp3[1] ?? 0) & 0xe0]).toEqual([0xff, 0xe0]);
  });

  test("the same text sounds the same, another text does not", async () => {
    const [first, second] = [
      await synthesize({ audioEncoding: "MULAW" }),
      await synthesize({ audioEncoding: "MULAW" }),
    ];
    expect(first.equals(second)).toBe(true);
    const [other] = await client.synthesizeSpeech({
      input: { text: `${text.slice(0, -1)}!` },
      voice,
      audioConfig: { audioEncoding: "MULAW" },
    });
    expect(Buffer.from(other.audioContent as Uint8Array).equals(first)).toBe(false);
  });

  test.each([
    ["an unknown voice", { voice: { languageCode: "he-IL", name: "he-IL-Wavenet-Z" } }],
    ["a voice of another language", { voice: { languageCode: "en-US", name: "he-IL-Wavenet-A" } }],
    ["an empty text", { input: { text: "" } }],
    ["more than 5000 bytes", { input: { text: "א".repeat(2501) } }],
    ["Opus, which it cannot make", { audioConfig: { audioEncoding: "OGG_OPUS" as const } }],
    ["SSML that is none", { input: { ssml: "שלום" } }],
  ])("refuses %s", async (_, change) => {
    const request = { input: { text }, voice, audioConfig: { audioEncoding: "MULAW" as const }, ...change };
    await expect(client.synthesizeSpeech(request)).rejects.toMatchObject({ code: 3 });
  });

  test("accepts SSML for Wavenet", async () => {
    const [answer] = await client.synthesizeSpeech({
      input: { ssml: "<speak>שלום <break time='200ms'/> לכם</speak>" },
      voice,
      audioConfig: { audioEncoding: "MULAW" },
    });
    expect((answer.audioContent as Uint8Array).length).toBeGreaterThan(2400);
  });

  test("refuses another account's key", async () => {
    const stranger = clientFor(generateServiceAccount("http://127.0.0.1:1").json);
    await expect(stranger.listVoices({})).rejects.toMatchObject({ code: 16 });
    await stranger.close();
  });

  test("a quota fault is RESOURCE_EXHAUSTED, once", async () => {
    google.faults.set({ voice: { kind: "429", times: 1 } });
    const request = { input: { text }, voice, audioConfig: { audioEncoding: "MULAW" as const } };
    await expect(client.synthesizeSpeech(request, { retry: null })).rejects.toMatchObject({ code: 8 });
    await expect(client.synthesizeSpeech(request)).resolves.toBeDefined();
  });
});

describe("over plain HTTP", () => {
  test("named enums, the token endpoint, and 401 without a key", async () => {
    const now = Math.floor(Date.now() / 1000);
    const { client_email: iss } = JSON.parse(account.json) as { client_email: string };
    const assertion = signJwt(account.json, { iss, aud: `${google.url}/token`, iat: now, exp: now + 3600 });
    const form = { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion };
    const granted = await fetch(`${google.url}/token`, { method: "POST", body: new URLSearchParams(form) });
    const { access_token: token } = (await granted.json()) as { access_token: string };
    const list = await fetch(`${google.url}/v1/voices?languageCode=he-IL`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(((await list.json()) as { voices: { ssmlGender: string }[] }).voices[0]?.ssmlGender).toBe("FEMALE");
    const bare = await fetch(`${google.url}/v1/voices`);
    expect([bare.status, ((await bare.json()) as { error: { status: string } }).error.status]).toEqual([
      401,
      "UNAUTHENTICATED",
    ]);
  });

  test("writes down what it was asked", async () => {
    const log = (await (await fetch(`${google.url}/_sim/requests`)).json()) as {
      items: { step: string; status: number }[];
    };
    expect(log.items.some((item) => item.step === "voice" && item.status === 200)).toBe(true);
  });
});

function clientFor(json: string): TextToSpeechClient {
  const { client_email, private_key } = JSON.parse(json) as { client_email: string; private_key: string };
  return new TextToSpeechClient({
    fallback: true,
    apiEndpoint: "127.0.0.1",
    port: google.port,
    protocol: "http",
    credentials: { client_email, private_key },
  });
}

type AudioConfig = protos.google.cloud.texttospeech.v1.IAudioConfig;

async function synthesize(audioConfig: AudioConfig): Promise<Buffer> {
  const [answer] = await client.synthesizeSpeech({ input: { text }, voice, audioConfig });
  return Buffer.from(answer.audioContent as Uint8Array);
}

function loudness(pcm: Buffer): number {
  let energy = 0;
  for (let at = 0; at < pcm.length; at += 2) energy += (pcm.readInt16LE(at) / 32768) ** 2;
  return 10 * Math.log10(energy / (pcm.length / 2));
}
