import { z } from "zod";
import { toMp3, toPcm16, wav } from "../common/encodings.ts";
import { type FaultKind, PROXY_PAGE } from "../common/faults.ts";
import { type SimRequest, send } from "../common/http.ts";
import { sendPaced } from "../common/paced-body.ts";
import { speechLike } from "../common/speech-like.ts";
import type { OpenAiDeps } from "./deps.ts";
import { ApiError } from "./errors.ts";
import { requireModel } from "./models.ts";

const SAMPLE_RATE = 24_000;
const VOICES = [
  "alloy",
  "ash",
  "ballad",
  "cedar",
  "coral",
  "echo",
  "fable",
  "marin",
  "nova",
  "onyx",
  "sage",
  "shimmer",
  "verse",
];

const speechRequest = z.object({
  model: z.string(),
  input: z.string().min(1).max(4096),
  voice: z.enum(VOICES),
  response_format: z.enum(["mp3", "opus", "aac", "flac", "wav", "pcm"]).default("mp3"),
  speed: z.number().min(0.25).max(4).default(1),
  instructions: z.string().optional(),
  stream_format: z.enum(["audio", "sse"]).default("audio"),
});

/** POST /v1/audio/speech: mp3, wav and pcm (24 kHz); the formats that need another encoder are refused. */
export async function handleSpeech(
  request: SimRequest,
  deps: OpenAiDeps,
  fault: FaultKind<"voice"> | null,
): Promise<{ status: number; detail: Record<string, unknown> }> {
  const { model, input, voice, speed, response_format: format, stream_format: streaming } = parse(request.body);
  requireModel(model, "speech");
  if (streaming !== "audio")
    throw new ApiError(400, "stream_format 'sse' is not played by this simulator.", "stream_format");
  const samples = speechLike({ text: input, sampleRate: SAMPLE_RATE, voice, rate: speed });
  const durationMs = (samples.length / SAMPLE_RATE) * 1000;
  if (fault === "html") {
    send(request.res, 200, "text/html; charset=utf-8", PROXY_PAGE);
    return { status: 200, detail: { model, text: input } };
  }
  const { body: whole, contentType } = await encode(samples, format);
  const body = whole.subarray(0, fault === "empty" ? 0 : fault === "truncated" ? whole.length / 3 : whole.length);
  const sent = await sendPaced({
    res: request.res,
    contentType,
    body,
    firstAt: request.at + deps.latency.firstMs("voice"),
    restMs: deps.latency.restOfAudioMs(durationMs),
    cutShort: fault === "cut",
  });
  return { status: sent ? 200 : 499, detail: { model, voice, format, durationMs, text: input } };
}

function parse(body: Buffer): z.infer<typeof speechRequest> {
  let json: unknown;
  try {
    json = JSON.parse(body.toString("utf8"));
  } catch (error) {
    throw new ApiError(400, `We could not parse the JSON body of your request: ${String(error)}`);
  }
  const parsed = speechRequest.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const param = issue?.path.join(".") ?? null;
  throw new ApiError(400, `Invalid value for '${param}': ${issue?.message ?? "invalid"}`, param, "invalid_value");
}

async function encode(samples: Float32Array, format: string): Promise<{ body: Buffer; contentType: string }> {
  switch (format) {
    case "mp3":
      return { body: await toMp3(samples, SAMPLE_RATE, 64), contentType: "audio/mpeg" };
    case "wav":
      return { body: wav(toPcm16(samples), SAMPLE_RATE, 1), contentType: "audio/wav" };
    case "pcm":
      return { body: toPcm16(samples), contentType: "audio/pcm" };
    default:
      throw new ApiError(400, `response_format '${format}' is not played by this simulator.`, "response_format");
  }
}
