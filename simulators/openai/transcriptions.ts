import type { ServerResponse } from "node:http";
import { LATE_MS, playFault, statusOf } from "../common/faults.ts";
import { now, type SimRequest, send, sendJson } from "../common/http.ts";
import type { OpenAiDeps } from "./deps.ts";
import { ApiError, faultError, sendApiError } from "./errors.ts";
import { invented, type Transcript, tokenUsage, transcribe, usageOf } from "./transcribe.ts";
import { readTranscriptionRequest, type TranscriptionRequest } from "./transcription-request.ts";
import { verboseTranscript } from "./verbose-transcript.ts";
import { readWav } from "./wav.ts";

const SHORTEST_S = 0.1;

/** POST /v1/audio/transcriptions: what is said in an uploaded WAV file. Throws ApiError for what OpenAI refuses. */
export async function handleTranscription(request: SimRequest, deps: OpenAiDeps): Promise<void> {
  const note = (status: number, detail: Record<string, unknown>) =>
    deps.requests.record({ at: request.at, step: "transcription", tookMs: now() - request.at, status, detail });
  const fault = deps.faults.take("transcription");
  if (fault !== null && fault !== "late" && fault !== "invents") {
    if (fault === "quota") sendApiError(request.res, faultError(fault));
    else playFault(fault, request.res, (status) => sendApiError(request.res, faultError(status)));
    note(statusOf(fault), { transport: "upload", fault });
    return;
  }
  try {
    const asked = await readTranscriptionRequest(request);
    const heard = transcribe(deps.recogniser, readSamples(asked), asked.language);
    const transcript = fault === "invents" ? invented(heard) : heard;
    // The time that the matching took is part of the delay.
    await delay(deps.latency.firstMs("transcription") + (fault === "late" ? LATE_MS : 0) - (now() - request.at));
    const gone = request.res.destroyed;
    if (!gone) answer(request.res, asked, transcript);
    const { text, confidence, durationS } = transcript;
    note(gone ? 499 : 200, { transport: "upload", model: asked.model, text, confidence, durationS });
  } catch (error) {
    if (error instanceof ApiError) note(error.status, { transport: "upload", error: error.message });
    throw error;
  }
}

function readSamples({ file }: TranscriptionRequest): Float32Array {
  const sound = readWav(file);
  if (!sound) {
    throw new ApiError(400, "Audio file might be corrupted or unsupported", "file", "invalid_value");
  }
  if (sound.durationS < SHORTEST_S) {
    throw new ApiError(
      400,
      `Audio file is too short. Minimum audio length is ${SHORTEST_S} seconds.`,
      "file",
      "audio_too_short",
    );
  }
  return sound.samples;
}

function answer(res: ServerResponse, asked: TranscriptionRequest, transcript: Transcript): void {
  if (asked.stream) {
    stream(res, asked, transcript);
    return;
  }
  switch (asked.format) {
    case "text":
      send(res, 200, "text/plain; charset=utf-8", `${transcript.text}\n`);
      break;
    case "verbose_json":
      sendJson(res, 200, verboseTranscript(transcript, asked.language, asked.wordTimes));
      break;
    case "json":
      sendJson(res, 200, {
        text: transcript.text,
        ...(asked.logprobs ? { logprobs: transcript.tokens } : {}),
        usage: usageOf(transcript, asked.model),
      });
      break;
    default:
      asked.format satisfies never;
  }
}

function stream(res: ServerResponse, asked: TranscriptionRequest, transcript: Transcript): void {
  res.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" });
  const emit = (event: { type: string; [field: string]: unknown }) =>
    res.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  for (const token of transcript.tokens) {
    emit({ type: "transcript.text.delta", delta: token.token, ...(asked.logprobs ? { logprobs: [token] } : {}) });
  }
  emit({
    type: "transcript.text.done",
    text: transcript.text,
    ...(asked.logprobs ? { logprobs: transcript.tokens } : {}),
    usage: tokenUsage(transcript),
  });
  res.end("data: [DONE]\n\n");
}

function delay(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
