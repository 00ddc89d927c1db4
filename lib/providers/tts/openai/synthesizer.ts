import type OpenAI from "openai";
import { ProviderFailed } from "../../../errors.ts";
import { encodeMulaw } from "../../audio/mulaw.ts";
import { Downsampler } from "../../audio/resample.ts";
import { missingSpeech } from "../../audio/speech-length.ts";
import { Deadline } from "../../deadline.ts";
import { type OpenAiAccess, openAiClient, openAiFailure } from "../../vendors/openai.ts";
import type { SpeechRequest, SpeechSynthesizer, Voice } from "../types.ts";

/** Without a byte for so long it has failed. Less than a call's own patience, also after the first voice has failed. */
const AUDIO_DEADLINE_MS = 2500;
const VOICES: Voice[] = [
  { name: "coral", gender: "female" },
  { name: "nova", gender: "female" },
  { name: "shimmer", gender: "female" },
  { name: "alloy", gender: "neutral" },
  { name: "ash", gender: "male" },
  { name: "onyx", gender: "male" },
];
const BEST = "coral";

/** OpenAI's voice: 24 kHz samples that are made into the telephone's own encoding as they come. */
export function openAiSynthesizer({ model, ...access }: OpenAiAccess & { model: string }): SpeechSynthesizer {
  const client = openAiClient(access);
  return {
    name: `openai ${model}`,
    voices: async () => VOICES,
    synthesize: (request, signal) => speak(client, model, request, signal),
  };
}

async function* speak(
  client: OpenAI,
  model: string,
  { text, voice, encoding }: SpeechRequest,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted();
  const deadline = new Deadline(signal, AUDIO_DEADLINE_MS);
  try {
    const response = await client.audio.speech.create(
      {
        model,
        input: text,
        voice: VOICES.some(({ name }) => name === voice) && voice ? voice : BEST,
        response_format: encoding === "mulaw8k" ? "pcm" : "mp3",
      },
      { signal: deadline.signal },
    );
    // A proxy's page says 200 too; played as samples it would be a roar.
    const type = response.headers.get("content-type") ?? "";
    if (/text|json/.test(type)) throw new ProviderFailed("tts", true, `audio was expected, ${type} came`);
    const audio = chunksOf(response, deadline);
    yield* encoding === "mulaw8k" ? toTheEnd(toMulaw(audio), text) : audio;
  } catch (error) {
    throw openAiFailure("tts", error, deadline);
  } finally {
    deadline.done();
  }
}

async function* chunksOf(response: Response, deadline: Deadline): AsyncGenerator<Uint8Array> {
  for await (const chunk of response.body ?? []) {
    deadline.touch();
    yield chunk;
  }
}

/** What was played as it came cannot be taken back; that its end is missing is still no success. */
async function* toTheEnd(mulaw: AsyncIterable<Uint8Array>, text: string): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of mulaw) {
    bytes += piece.length;
    yield piece;
  }
  const missing = missingSpeech(bytes, text);
  if (missing) throw new ProviderFailed("tts", true, `the answer is not this sentence: ${missing}`);
}

/** Samples are two bytes; the network may cut between them. */
async function* toMulaw(pcm: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const down = new Downsampler();
  let odd = Buffer.alloc(0);
  for await (const chunk of pcm) {
    const bytes = Buffer.concat([odd, chunk]);
    const whole = bytes.length - (bytes.length % 2);
    odd = bytes.subarray(whole);
    const samples = new Int16Array(whole / 2);
    for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(i * 2);
    const mulaw = encodeMulaw(down.push(samples));
    if (mulaw.length > 0) yield mulaw;
  }
  const rest = encodeMulaw(down.flush());
  if (rest.length > 0) yield rest;
}
