import { z } from "zod";
import { toMp3, toMulaw, toPcm16, wav } from "../common/encodings.ts";
import { speechLike } from "../common/speech-like.ts";
import { GoogleRefusal } from "./errors.ts";
import type { GoogleVoice } from "./voices.ts";

/** AudioEncoding of the API, by name. */
const ENCODINGS = { LINEAR16: 1, MP3: 2, OGG_OPUS: 3, MULAW: 5, ALAW: 6, PCM: 7, M4A: 8 } as const;
type Encoding = keyof typeof ENCODINGS;
const MAX_INPUT_BYTES = 5000;

const synthesisRequest = z.object({
  input: z.object({ text: z.string().optional(), ssml: z.string().optional() }),
  voice: z.object({
    languageCode: z.string().min(1),
    name: z.string().optional(),
    ssmlGender: z.union([z.string(), z.number()]).optional(),
  }),
  audioConfig: z.object({
    audioEncoding: z.union([z.string(), z.number()]),
    speakingRate: z.number().min(0.25).max(4).optional(),
    pitch: z.number().min(-20).max(20).optional(),
    volumeGainDb: z.number().min(-96).max(16).optional(),
    sampleRateHertz: z.number().int().min(8000).max(48_000).optional(),
    effectsProfileId: z.array(z.string()).optional(),
  }),
});

export interface Synthesis {
  audio: Buffer;
  durationMs: number;
  text: string;
  voice: string;
  encoding: Encoding;
}

/** Speaks a text:synthesize request, or refuses it as Google does. Answers are kept, since they never change. */
export class Synthesizer {
  readonly #voices: GoogleVoice[];
  readonly #kept = new Map<string, Synthesis>();

  constructor(voices: GoogleVoice[]) {
    this.#voices = voices;
  }

  /** Throws GoogleRefusal for what the API refuses. */
  async synthesize(body: Buffer): Promise<Synthesis> {
    const request = parse(body);
    const { audioConfig, input } = request;
    const voice = this.#voiceOf(request.voice);
    const text = spokenText(input, voice);
    const encoding = encodingOf(audioConfig.audioEncoding);
    const sampleRate = audioConfig.sampleRateHertz ?? (encoding === "MULAW" ? 8000 : voice.naturalSampleRateHertz);
    const rate = audioConfig.speakingRate || 1;
    const key = JSON.stringify([text, voice.name, encoding, sampleRate, rate]);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const samples = speechLike({ text, sampleRate, voice: voice.name, rate });
    const durationMs = (samples.length / sampleRate) * 1000;
    const made = { audio: await encode(samples, sampleRate, encoding), durationMs, text, voice: voice.name, encoding };
    if (this.#kept.size >= 500) this.#kept.delete(this.#kept.keys().next().value ?? "");
    this.#kept.set(key, made);
    return made;
  }

  #voiceOf({ languageCode, name }: z.infer<typeof synthesisRequest>["voice"]): GoogleVoice {
    if (name && !name.toLowerCase().startsWith(`${languageCode.toLowerCase()}-`)) {
      throw new GoogleRefusal(
        400,
        `Requested language code '${languageCode}' doesn't match the voice '${name}''s language code.`,
      );
    }
    const voice = name
      ? this.#voices.find((one) => one.name === name)
      : this.#voices.find((one) => one.name.startsWith(languageCode));
    if (voice) return voice;
    throw new GoogleRefusal(400, `Voice '${name ?? languageCode}' does not exist. Is it misspelled?`);
  }
}

function parse(body: Buffer): z.infer<typeof synthesisRequest> {
  let json: unknown;
  try {
    json = JSON.parse(body.toString("utf8"));
  } catch (error) {
    throw new GoogleRefusal(400, `Invalid JSON payload received. ${String(error)}`);
  }
  const parsed = synthesisRequest.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new GoogleRefusal(
    400,
    `Invalid value at '${parsed.error.issues[0]?.path.join(".")}': ${parsed.error.issues[0]?.message}`,
  );
}

function spokenText(
  { text, ssml }: { text?: string | undefined; ssml?: string | undefined },
  voice: GoogleVoice,
): string {
  if (text && ssml) throw new GoogleRefusal(400, "Only one of text and ssml may be set in input.");
  const given = text || ssml;
  if (!given) throw new GoogleRefusal(400, "Input text not set.");
  if (Buffer.byteLength(given) > MAX_INPUT_BYTES) {
    throw new GoogleRefusal(
      400,
      `Either \`input.text\` or \`input.ssml\` is longer than the limit of ${MAX_INPUT_BYTES} bytes.`,
    );
  }
  if (!ssml) return given;
  if (voice.name.includes("Chirp")) throw new GoogleRefusal(400, "This voice does not support SSML input.");
  if (!/^\s*<speak[\s>][\s\S]*<\/speak>\s*$/.test(ssml))
    throw new GoogleRefusal(400, "Invalid SSML. Must start with <speak>.");
  return ssml
    .replace(/<break[^>]*>/g, ", ")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function encodingOf(value: string | number): Encoding {
  const names = Object.keys(ENCODINGS) as Encoding[];
  const encoding = names.find((name) => name === value || ENCODINGS[name] === value);
  if (!encoding) throw new GoogleRefusal(400, "Invalid AudioEncoding.");
  return encoding;
}

// MULAW and LINEAR16 of the unary call carry a WAV header: https://cloud.google.com/text-to-speech/docs/reference/rest/v1/AudioEncoding
async function encode(samples: Float32Array, sampleRate: number, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case "MULAW":
      return wav(toMulaw(samples), sampleRate, 7);
    case "LINEAR16":
      return wav(toPcm16(samples), sampleRate, 1);
    case "PCM":
      return toPcm16(samples);
    case "MP3":
      return toMp3(samples, mp3Rate(sampleRate), 32);
    default:
      throw new GoogleRefusal(400, `AudioEncoding ${encoding} is not played by this simulator.`);
  }
}

const MP3_RATES = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];

function mp3Rate(sampleRate: number): number {
  if (MP3_RATES.includes(sampleRate)) return sampleRate;
  throw new GoogleRefusal(400, `MP3 has no sample rate of ${sampleRate} Hz.`);
}
