import { type OpenAiAccess, openAiClient } from "../../vendors/openai.ts";
import type { Transcriber } from "../types.ts";
import { realtimeUrl } from "./map.ts";
import { RealtimeStream } from "./realtime-stream.ts";
import { transcribeUpload } from "./upload.ts";

const RECORDING_DEADLINE_MS = 60_000;

/** The realtime websocket for a call that goes on, an upload for a recording. */
export function openAiTranscriber({ model, ...access }: OpenAiAccess & { model: string }): Transcriber {
  const client = openAiClient(access);
  const url = realtimeUrl(access.baseUrl);
  return {
    name: `openai ${model}`,
    open: (options) =>
      new RealtimeStream({
        url,
        apiKey: access.apiKey,
        model,
        options,
        upload: (wav, deadlineMs, signal) => transcribeUpload(client, model, { wav, options, deadlineMs }, signal),
      }),
    transcribe: (wav, options, signal) =>
      transcribeUpload(client, model, { wav, options, deadlineMs: RECORDING_DEADLINE_MS }, signal),
  };
}
