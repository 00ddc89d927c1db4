/** `<Say>`, `<Play>` and `<Pause>`: what the caller hears without a stream. */

import { ApplicationError } from "../../twilio/errors.ts";
import { requestApplication } from "../../twilio/webhooks.ts";
import { BadAudio, mp3DurationMs, readWav } from "../audio/files.ts";
import { durationMs } from "../audio/mulaw.ts";
import { murmur } from "../audio/sounds.ts";
import type { PhoneCall } from "../call.ts";
import { type Exchange, resolveUrl } from "../exchange.ts";
import type { Play, Prompt, Say } from "../twiml/verbs.ts";

// A voice reads about 14 letters of Hebrew a second.
const MS_A_LETTER = 70;
const SHORTEST_SAY_MS = 300;
const MS_A_DIGIT = 200;

/** Lets the caller hear a prompt to its end. Rejects with the signal's reason, or an ApplicationError. */
export async function playPrompt(
  exchange: Exchange,
  call: PhoneCall,
  prompt: Prompt,
  documentUrl: string,
  signal: AbortSignal,
): Promise<void> {
  switch (prompt.verb) {
    case "Pause":
      return call.wait(prompt.lengthS * 1000, signal);
    case "Say":
      return say(call, prompt, signal);
    case "Play":
      return prompt.url
        ? play(exchange, call, prompt, documentUrl, signal)
        : call.wait(prompt.digits.length * MS_A_DIGIT, signal);
    default:
      return prompt satisfies never;
  }
}

/** What Twilio says to a caller when the application has failed. */
export function sayApplicationError(call: PhoneCall, signal: AbortSignal): Promise<void> {
  const text = "We are sorry, an application error has occurred. Goodbye.";
  call.log.add({ kind: "say", text, language: "en-US", durationMs: sayMs(text) });
  return call.line.play(murmur(sayMs(text)), "error", signal);
}

async function say(call: PhoneCall, { text, language, loop }: Say, signal: AbortSignal): Promise<void> {
  const ms = sayMs(text);
  call.log.add({ kind: "say", text, language, durationMs: ms });
  await repeat(loop, () => call.line.play(murmur(ms), "say", signal));
}

async function play(
  exchange: Exchange,
  call: PhoneCall,
  verb: Play,
  documentUrl: string,
  signal: AbortSignal,
): Promise<void> {
  const url = resolveUrl(verb.url, documentUrl);
  const audio = await fetchAudio(exchange, call, url);
  call.log.add({ kind: "play", url, durationMs: durationMs(audio) });
  await repeat(verb.loop, () => call.line.play(audio, "play", signal));
}

async function fetchAudio(exchange: Exchange, call: PhoneCall, url: string): Promise<Uint8Array> {
  const file = await requestApplication(exchange.webhooks, { url, method: "GET" });
  call.log.add({ kind: "webhook", url, status: file.status, tookMs: file.tookMs, params: {} });
  if (file.status !== 200) throw new ApplicationError(11200, `status ${file.status} from ${url}`);
  try {
    switch (file.contentType) {
      case "audio/mpeg":
      case "audio/mp3":
        return murmur(mp3DurationMs(file.body));
      case "audio/wav":
      case "audio/wave":
      case "audio/x-wav":
        return readWav(file.body);
      case "audio/ulaw":
        return file.body;
      default:
        throw new ApplicationError(12300, `${file.contentType || "none"} for <Play> from ${url}`);
    }
  } catch (error) {
    if (error instanceof BadAudio) throw new ApplicationError(12300, `${error.message} at ${url}`, { cause: error });
    throw error;
  }
}

async function repeat(times: number, once: () => Promise<void>): Promise<void> {
  for (let round = 0; times === 0 || round < times; round++) await once();
}

function sayMs(text: string): number {
  return Math.max(SHORTEST_SAY_MS, text.length * MS_A_LETTER);
}
