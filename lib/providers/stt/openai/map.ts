/**
 * The realtime transcription protocol (websocket, GA shape of 2025), as far as we speak it: we say ourselves where an
 * utterance ends, and get each one's text under its item id.
 */
import { z } from "zod";
import { isLoopback } from "../../../config/mode.ts";
import type { Transcript, TranscriptionOptions } from "../types.ts";

/** The answer to a message that we named, or to nothing in particular. */
export const SESSION_EVENT_ID = "session";

const logprobs = z.array(z.object({ logprob: z.number() })).nullish();

const serverEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("input_audio_buffer.committed"), item_id: z.string() }),
  z.object({
    type: z.literal("conversation.item.input_audio_transcription.completed"),
    item_id: z.string(),
    transcript: z.string(),
    logprobs,
  }),
  z.object({
    type: z.literal("conversation.item.input_audio_transcription.failed"),
    item_id: z.string(),
    error: z.object({ code: z.string().nullish(), message: z.string().nullish() }),
  }),
  z.object({
    type: z.literal("error"),
    error: z.object({ event_id: z.string().nullish(), code: z.string().nullish(), message: z.string().nullish() }),
  }),
]);
export type ServerEvent = z.infer<typeof serverEvent>;

/** What the server said; null for the many events that we need nothing of. */
export function parseServerEvent(message: string): ServerEvent | null {
  try {
    return serverEvent.safeParse(JSON.parse(message)).data ?? null;
  } catch {
    return null;
  }
}

export function sessionUpdate(model: string, { language, prompt }: TranscriptionOptions): string {
  return JSON.stringify({
    type: "session.update",
    event_id: SESSION_EVENT_ID,
    session: {
      type: "transcription",
      audio: {
        input: {
          format: { type: "audio/pcmu" },
          transcription: { model, language, ...(prompt ? { prompt } : {}) },
          turn_detection: null,
        },
      },
      ...(givesLogprobs(model) ? { include: ["item.input_audio_transcription.logprobs"] } : {}),
    },
  });
}

export function append(mulaw: Uint8Array): string {
  const audio = Buffer.from(mulaw.buffer, mulaw.byteOffset, mulaw.byteLength).toString("base64");
  return JSON.stringify({ type: "input_audio_buffer.append", audio });
}

export function commit(eventId: string): string {
  return JSON.stringify({ type: "input_audio_buffer.commit", event_id: eventId });
}

export function clear(): string {
  return JSON.stringify({ type: "input_audio_buffer.clear" });
}

/** What the gpt-4o models tell: the logarithm of each token's probability, or nothing. */
export function toTranscript(text: string, tokens: { logprob: number }[] | null | undefined): Transcript {
  const confidence = mean(tokens?.map(({ logprob }) => Math.exp(logprob)));
  return { text: text.trim(), confidence, noSpeech: null, compression: null };
}

/** What whisper tells of each segment, as the mean over them: one silent segment does not make a message silent. */
export const whisperSegment = z.object({
  avg_logprob: z.number(),
  no_speech_prob: z.number().nullish(),
  compression_ratio: z.number().nullish(),
});

export function whisperTranscript(
  text: string,
  segments: z.infer<typeof whisperSegment>[] | null | undefined,
): Transcript {
  return {
    text: text.trim(),
    confidence: mean(segments?.map(({ avg_logprob }) => Math.exp(avg_logprob))),
    noSpeech: mean(segments?.flatMap(({ no_speech_prob }) => no_speech_prob ?? [])),
    compression: mean(segments?.flatMap(({ compression_ratio }) => compression_ratio ?? [])),
  };
}

function mean(values: number[] | undefined): number | null {
  return values?.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

export function givesLogprobs(model: string): boolean {
  return /^gpt-4o.*transcribe/.test(model) && !model.includes("diarize");
}

/** wss, except for a double on this very machine. */
export function realtimeUrl(baseUrl: string): string {
  const url = new URL(baseUrl);
  url.protocol = url.protocol === "http:" && isLoopback(url.hostname) ? "ws:" : "wss:";
  url.pathname = `${url.pathname.replace(/\/$/, "")}/realtime`;
  url.search = "?intent=transcription";
  return url.toString();
}
