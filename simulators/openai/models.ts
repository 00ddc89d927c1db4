import { ApiError } from "./errors.ts";

export type ModelKind = "chat" | "transcription" | "speech" | "realtime";

const MODELS: Record<string, ModelKind> = {
  "gpt-4o": "chat",
  "gpt-4o-2024-08-06": "chat",
  "gpt-4o-2024-11-20": "chat",
  "gpt-4o-mini": "chat",
  "gpt-4o-mini-2024-07-18": "chat",
  "gpt-4.1": "chat",
  "gpt-4.1-mini": "chat",
  "gpt-4.1-nano": "chat",
  "gpt-5": "chat",
  "gpt-5-mini": "chat",
  "gpt-5-nano": "chat",
  "whisper-1": "transcription",
  "gpt-4o-transcribe": "transcription",
  "gpt-4o-mini-transcribe": "transcription",
  "gpt-4o-mini-tts": "speech",
  "tts-1": "speech",
  "tts-1-hd": "speech",
  "gpt-realtime": "realtime",
};

// The release of gpt-4o; one date for all is enough for a list nobody reads.
const CREATED = 1715367049;

/** GET /v1/models */
export function listModels(): object {
  return { object: "list", data: Object.keys(MODELS).map(modelObject) };
}

/** GET /v1/models/{id}; throws 404 for a model that does not exist. */
export function getModel(id: string): object {
  if (!Object.hasOwn(MODELS, id)) throw notFound(id);
  return modelObject(id);
}

/** Throws what OpenAI answers when the model does not exist or cannot do this. */
export function requireModel(id: string, kind: ModelKind): void {
  if (!Object.hasOwn(MODELS, id)) throw notFound(id);
  if (MODELS[id] === kind) return;
  throw new ApiError(404, `The model \`${id}\` cannot be used with this endpoint (${kind}).`, "model");
}

/** Reasoning models take max_completion_tokens only, and no temperature. */
export function isReasoningModel(id: string): boolean {
  return id.startsWith("gpt-5");
}

function modelObject(id: string): object {
  return { id, object: "model", created: CREATED, owned_by: "system" };
}

function notFound(id: string): ApiError {
  return new ApiError(
    404,
    `The model \`${id}\` does not exist or you do not have access to it.`,
    "model",
    "model_not_found",
  );
}
