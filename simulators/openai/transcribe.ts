import type { RecognisedWord, Recogniser, Recognition } from "./recogniser.ts";
import { RATE } from "./recognition/signal.ts";

/** One token of a transcript, as `logprobs` shows it. */
interface TranscriptToken {
  token: string;
  bytes: number[];
  logprob: number;
}

/** What the transcription models make of a piece of audio. */
export interface Transcript {
  text: string;
  tokens: TranscriptToken[];
  words: RecognisedWord[];
  /** The language that the transcript is in, ISO-639-1; undefined when nothing was understood. */
  language: "he" | "en" | undefined;
  /** Mean over the words, 0-1. */
  confidence: number;
  durationS: number;
}

// Without a language the real models often take a short Hebrew utterance for English words that sound like it.
const TOO_SHORT_TO_GUESS = 3;
const GUESSED_CONFIDENCE = 0.85;
const DRIFTED_CONFIDENCE = 0.45;

const INVENTION = ["תודה", "רבה", "שצפיתם."];
const INVENTED_CONFIDENCE = 0.55;

/** Transcribes 8 kHz samples. `language` is what the client asked for, if it did. */
export function transcribe(recogniser: Recogniser, samples: Float32Array, language: string | undefined): Transcript {
  const heard = inLanguage(recogniser.recognise(samples), language);
  return {
    text: heard.text,
    words: heard.words,
    tokens: heard.words.map((word, index) => toToken(index === 0 ? word.text : ` ${word.text}`, word.confidence)),
    language: heard.words.length === 0 ? undefined : heard.hebrew ? "he" : "en",
    confidence: heard.confidence,
    durationS: samples.length / RATE,
  };
}

/** What the real models write of some sounds without words: what often stands below videos, and they are fairly sure of it. */
export function invented({ durationS }: Transcript): Transcript {
  const words = INVENTION.map((text, index) => {
    const start = (durationS * index) / INVENTION.length;
    return { text, sounds: "", start, end: start + durationS / INVENTION.length, confidence: INVENTED_CONFIDENCE };
  });
  const tokens = words.map(({ text, confidence }, index) => toToken(index === 0 ? text : ` ${text}`, confidence));
  return { text: INVENTION.join(" "), words, tokens, language: "he", confidence: INVENTED_CONFIDENCE, durationS };
}

/** Token usage as it is billed: ten tokens a second of audio, and those of the text. */
export function tokenUsage({ durationS, tokens }: Transcript) {
  const audioTokens = Math.max(1, Math.round(durationS * 10));
  const outputTokens = tokens.length + 2;
  return {
    type: "tokens" as const,
    total_tokens: audioTokens + outputTokens,
    input_tokens: audioTokens,
    input_token_details: { text_tokens: 0, audio_tokens: audioTokens },
    output_tokens: outputTokens,
  };
}

/** whisper-1 is billed by duration, the others by tokens. */
export function usageOf(transcript: Transcript, model: string) {
  return model === "whisper-1"
    ? { type: "duration" as const, seconds: Math.ceil(transcript.durationS) }
    : tokenUsage(transcript);
}

function inLanguage(heard: Recognition, language: string | undefined): Recognition & { hebrew: boolean } {
  if (language === "he") return { ...heard, hebrew: true };
  if (language === undefined && heard.words.length > TOO_SHORT_TO_GUESS) {
    return { ...scaled(heard, GUESSED_CONFIDENCE), hebrew: true };
  }
  const words = heard.words.map((word, index) => ({ ...word, text: asEnglish(word.sounds, index === 0) }));
  const drifted = { ...heard, words, text: words.map((word) => word.text).join(" ") };
  return { ...scaled(drifted, DRIFTED_CONFIDENCE), hebrew: false };
}

function scaled(heard: Recognition, factor: number): Recognition {
  const words = heard.words.map((word) => ({ ...word, confidence: word.confidence * factor }));
  return { ...heard, words, confidence: heard.confidence * factor };
}

/** How a Hebrew word looks to someone who expects English: "mexapes" is written "mehapes". */
function asEnglish(sounds: string, first: boolean): string {
  const spelt = sounds.replaceAll("S", "sh").replaceAll("x", "h").replaceAll("j", "y").replaceAll("Z", "zh");
  return first ? spelt.charAt(0).toUpperCase() + spelt.slice(1) : spelt;
}

function toToken(token: string, confidence: number): TranscriptToken {
  return { token, bytes: [...Buffer.from(token)], logprob: Math.log(Math.max(1e-4, confidence)) };
}
