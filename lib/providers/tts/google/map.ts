/** Google's words: names of voices, encodings, errors. */
import type { protos } from "@google-cloud/text-to-speech";
import { ProviderFailed } from "../../../errors.ts";
import type { Deadline } from "../../deadline.ts";
import type { SpeechEncoding, Voice } from "../types.ts";

type Api = typeof protos.google.cloud.texttospeech.v1;
type AudioConfig = InstanceType<Api["AudioConfig"]>;
type GoogleVoice = ReturnType<InstanceType<Api["Voice"]>["toJSON"]>;

export const LANGUAGE = "he-IL";

export function toAudioConfig(encoding: SpeechEncoding): Pick<AudioConfig, "audioEncoding" | "sampleRateHertz"> {
  switch (encoding) {
    case "mulaw8k":
      return { audioEncoding: "MULAW", sampleRateHertz: 8000 };
    case "mp3":
      return { audioEncoding: "MP3", sampleRateHertz: 24_000 };
    default:
      return encoding satisfies never;
  }
}

export function toVoice(voice: { name?: string | null; ssmlGender?: GoogleVoice[string] }): Voice | null {
  if (!voice.name) return null;
  return { name: voice.name, gender: toGender(voice.ssmlGender) };
}

/** Named or numbered, depending on how the answer travelled. */
function toGender(gender: unknown): Voice["gender"] {
  if (gender === "MALE" || gender === 1) return "male";
  if (gender === "FEMALE" || gender === 2) return "female";
  return "neutral";
}

/** gRPC status codes, which the REST answers carry too. */
const RETRYABLE = new Set([4, 8, 10, 13, 14]);
const REFUSED_KEY = new Set([7, 16]);

export function toFailure(error: unknown, deadline: Deadline): ProviderFailed {
  deadline.throwIfStopped();
  if (deadline.expired) return new ProviderFailed("tts", true, `no answer within ${deadline.milliseconds} ms`, error);
  if (error instanceof ProviderFailed) return error;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code !== "number") return new ProviderFailed("tts", true, "the connection broke", error);
  if (REFUSED_KEY.has(code)) return new ProviderFailed("tts", false, "the key was refused", error);
  return new ProviderFailed("tts", RETRYABLE.has(code), `refused with status ${code}`, error);
}
