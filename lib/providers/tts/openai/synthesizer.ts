import type OpenAI from "openai";
import { encodeMulaw } from "../../audio/mulaw.ts";
import { Downsampler } from "../../audio/resample.ts";
import { Deadline } from "../../deadline.ts";
import { type OpenAiAccess, openAiClient, openAiFailure } from "../../vendors/openai.ts";
import type { SpeechRequest, SpeechSynthesizer, Voice } from "../types.ts";
import { requireAudioType, type SpeechFormat, withoutText } from "./real-audio.ts";
import { wholeSpeech } from "./whole-speech.ts";

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
  const format: SpeechFormat = encoding === "mulaw8k" ? "pcm" : "mp3";
  try {
    const response = await client.audio.speech.create(
      {
        model,
        input: text,
        voice: VOICES.some(({ name }) => name === voice) && voice ? voice : BEST,
        response_format: format,
      },
      { signal: deadline.signal },
    );
    requireAudioType(response.headers.get("content-type"), format);
    const audio = withoutText(chunksOf(response, deadline));
    yield* format === "pcm" ? wholeSpeech(toMulaw(audio), text) : audio;
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
