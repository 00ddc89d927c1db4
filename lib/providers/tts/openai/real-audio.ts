/** Whether what OpenAI, or a proxy before it, answered with 200 is the audio that was asked for. */
import { ProviderFailed } from "../../../errors.ts";
import { looksLikeText } from "../../audio/text-bytes.ts";

export type SpeechFormat = "pcm" | "mp3";

const TYPES: Record<SpeechFormat, RegExp> = {
  pcm: /^audio\/(?:x-)?(?:pcm|l16)$/,
  mp3: /^audio\/(?:x-)?(?:mpeg|mp3)$/,
};
/** OpenAI sends the type itself, and promises no more than this in its specification; the bytes have to tell then. */
const UNTOLD = /^(?:application\/octet-stream|binary\/octet-stream)?$/;
/** Enough of a page to know it by. */
const BEGINNING = 64;

/** Throws for whatever says of itself that it is something else. */
export function requireAudioType(contentType: string | null, format: SpeechFormat): void {
  const type = (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!TYPES[format].test(type) && !UNTOLD.test(type)) throw unexpected(type);
}

/** The same bytes; throws before the first of them when they are a page or a message, whatever their type said. */
export async function* withoutText(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let beginning = Buffer.alloc(0);
  let begun = false;
  for await (const chunk of body) {
    if (begun) {
      yield chunk;
      continue;
    }
    beginning = Buffer.concat([beginning, chunk]);
    if (beginning.length < BEGINNING) continue;
    begun = true;
    yield audioOnly(beginning);
  }
  if (!begun && beginning.length > 0) yield audioOnly(beginning);
}

function audioOnly(beginning: Buffer): Buffer {
  if (looksLikeText(beginning.subarray(0, BEGINNING))) throw unexpected("text");
  return beginning;
}

function unexpected(what: string): ProviderFailed {
  return new ProviderFailed("tts", true, `audio was expected, ${what} came`);
}
