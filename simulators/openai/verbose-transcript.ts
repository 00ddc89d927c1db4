import { deflateSync } from "node:zlib";
import type { Transcript } from "./transcribe.ts";

const NAMES = { he: "hebrew", en: "english" };

/** whisper-1's `verbose_json`: with the numbers by which its inventions can be told from speech. */
export function verboseTranscript(transcript: Transcript, asked: string | undefined, wordTimes: boolean): object {
  const { text, words, language, durationS } = transcript;
  const heard = language ?? (asked === "he" ? "he" : "en");
  return {
    task: "transcribe",
    language: NAMES[heard],
    duration: durationS,
    text,
    segments: [segment(transcript)],
    ...(wordTimes ? { words: words.map(({ text: word, start, end }) => ({ word, start, end })) } : {}),
    usage: { type: "duration", seconds: Math.ceil(durationS) },
  };
}

function segment({ text, words, tokens, durationS }: Transcript): object {
  const understood = words.length > 0;
  const logprobs = tokens.reduce((sum, { logprob }) => sum + logprob, 0);
  return {
    id: 0,
    seek: 0,
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? durationS,
    text: understood ? ` ${text}` : "",
    tokens: tokens.map((_, index) => 50364 + index),
    temperature: 0,
    avg_logprob: understood ? logprobs / words.length - 0.1 : -1.4,
    compression_ratio: understood ? Buffer.byteLength(text) / deflateSync(text).length : 0.5,
    no_speech_prob: understood ? 0.02 : 0.93,
  };
}
