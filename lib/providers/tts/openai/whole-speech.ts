import { ProviderFailed } from "../../../errors.ts";
import { excessSpeech, missingSpeech } from "../../../hebrew/speech-length.ts";
import { isSilent } from "../../audio/loudness.ts";

/**
 * Audio (raw mu-law) as it comes. It is held back until something sounds, so that another voice can still step in for
 * one that stays silent; what was played cannot be taken back, but that it ends too early or not at all is no success.
 */
export async function* wholeSpeech(mulaw: AsyncIterable<Uint8Array>, text: string): AsyncGenerator<Uint8Array> {
  const held: Uint8Array[] = [];
  let sounds = false;
  let bytes = 0;
  for await (const piece of mulaw) {
    bytes += piece.length;
    refuse(excessSpeech(bytes, text));
    sounds ||= !isSilent(piece);
    held.push(piece);
    if (sounds) yield* held.splice(0);
  }
  refuse(missingSpeech(bytes, text) ?? (sounds ? null : "silent"));
}

function refuse(trouble: string | null): void {
  if (trouble) throw new ProviderFailed("tts", true, `the answer is not this sentence: ${trouble}`);
}
