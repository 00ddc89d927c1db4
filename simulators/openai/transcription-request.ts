import { z } from "zod";
import type { SimRequest } from "../common/http.ts";
import { ApiError } from "./errors.ts";
import { requireModel } from "./models.ts";

/** POST /v1/audio/transcriptions as the client sent it, checked as OpenAI checks it. */
export interface TranscriptionRequest {
  file: Buffer;
  model: string;
  language: string | undefined;
  format: "json" | "text" | "verbose_json";
  stream: boolean;
  logprobs: boolean;
  wordTimes: boolean;
}

const MAX_BYTES = 25 * 1024 * 1024;
const FORMATS = "['flac', 'm4a', 'mp3', 'mp4', 'mpeg', 'mpga', 'oga', 'ogg', 'wav', 'webm']";
const EXTENSION = /\.(flac|m4a|mp3|mp4|mpeg|mpga|oga|ogg|wav|webm)$/i;

const fields = z.object({
  model: z.string({ error: "you must provide a model parameter" }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, "Invalid language. Language parameter must be specified in ISO-639-1 format.")
    .optional(),
  prompt: z.string().optional(),
  response_format: z.enum(["json", "text", "verbose_json"]).default("json"),
  stream: z.enum(["true", "false"]).default("false"),
  temperature: z.coerce.number().min(0).max(1).optional(),
});

/** Reads and checks the form; throws the ApiError that OpenAI would answer. */
export async function readTranscriptionRequest(request: SimRequest): Promise<TranscriptionRequest> {
  const form = await readForm(request);
  const parsed = fields.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === "string")));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ApiError(400, issue?.message ?? "Invalid request.", String(issue?.path[0] ?? ""), "invalid_value");
  }
  const { model, language, response_format: format, stream } = parsed.data;
  requireModel(model, "transcription");
  const file = await readFile(form);
  const include = [...form.getAll("include[]"), ...form.getAll("include")];
  const whisper = model === "whisper-1";
  if (!whisper && format === "verbose_json") {
    throw new ApiError(
      400,
      `response_format '${format}' is not compatible with model '${model}'. Use 'json' or 'text' instead.`,
      "response_format",
      "unsupported_value",
    );
  }
  const logprobs = include.includes("logprobs");
  if (logprobs && (whisper || format !== "json")) {
    throw new ApiError(
      400,
      `include[]=logprobs is not supported for ${model} with ${format}.`,
      "include",
      "unsupported_value",
    );
  }
  return {
    file,
    model,
    language,
    format,
    // whisper-1 does not stream: the parameter is ignored.
    stream: stream === "true" && !whisper,
    logprobs,
    wordTimes: form.getAll("timestamp_granularities[]").includes("word"),
  };
}

async function readForm(request: SimRequest): Promise<FormData> {
  const type = request.headers["content-type"] ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    throw new ApiError(400, "Could not parse multipart form: the request's content type is not multipart/form-data.");
  }
  try {
    return await new Response(new Uint8Array(request.body), { headers: { "content-type": type } }).formData();
  } catch (cause) {
    throw Object.assign(new ApiError(400, "Could not parse multipart form"), { cause });
  }
}

async function readFile(form: FormData): Promise<Buffer> {
  const file = form.get("file");
  if (file === null || typeof file === "string") {
    throw new ApiError(400, "Missing required parameter: 'file'.", "file", "missing_required_parameter");
  }
  if (file.size > MAX_BYTES) {
    throw new ApiError(413, `Maximum content size limit (${MAX_BYTES}) exceeded (${file.size} bytes read)`);
  }
  if (!EXTENSION.test(file.name)) throw new ApiError(400, `Invalid file format. Supported formats: ${FORMATS}`);
  return Buffer.from(await file.arrayBuffer());
}
