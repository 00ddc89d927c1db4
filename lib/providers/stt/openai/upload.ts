import type OpenAI from "openai";
import { toFile } from "openai";
import { z } from "zod";
import { Deadline } from "../../deadline.ts";
import { openAiFailure } from "../../vendors/openai.ts";
import type { Transcript, TranscriptionOptions } from "../types.ts";
import { givesLogprobs, toTranscript, whisperSegment, whisperTranscript } from "./map.ts";

interface Upload {
  wav: Uint8Array;
  options: TranscriptionOptions;
  deadlineMs: number;
}

const withLogprobs = z.object({ text: z.string(), logprobs: z.array(z.object({ logprob: z.number() })).nullish() });
const withSegments = z.object({ text: z.string(), segments: z.array(whisperSegment).nullish() });

/** One whole recording over HTTP. Throws ProviderFailed. */
export async function transcribeUpload(
  client: OpenAI,
  model: string,
  { wav, options, deadlineMs }: Upload,
  signal: AbortSignal,
): Promise<Transcript> {
  const deadline = new Deadline(signal, deadlineMs);
  try {
    const body = {
      model,
      file: await toFile(wav, `audio.${options.format ?? "wav"}`, { type: `audio/${options.format ?? "wav"}` }),
      language: options.language,
      ...(options.prompt ? { prompt: options.prompt } : {}),
    };
    return await ask(client, body, { signal: deadline.signal });
  } catch (error) {
    throw openAiFailure("stt", error, deadline);
  } finally {
    deadline.done();
  }
}

type Body = Pick<OpenAI.Audio.TranscriptionCreateParamsNonStreaming, "model" | "file" | "language" | "prompt">;

/** How sure the recogniser is comes in another form from each family of models. */
async function ask(client: OpenAI, body: Body, options: OpenAI.RequestOptions): Promise<Transcript> {
  const { transcriptions } = client.audio;
  if (givesLogprobs(body.model)) {
    const answer = await transcriptions.create({ ...body, response_format: "json", include: ["logprobs"] }, options);
    const { text, logprobs } = withLogprobs.parse(answer);
    return toTranscript(text, logprobs);
  }
  if (body.model.startsWith("whisper")) {
    const answer = await transcriptions.create({ ...body, response_format: "verbose_json" }, options);
    const { text, segments } = withSegments.parse(answer);
    return whisperTranscript(text, segments);
  }
  const answer = await transcriptions.create({ ...body, response_format: "json" }, options);
  return toTranscript(withLogprobs.parse(answer).text, null);
}
