import { ProviderFailed } from "../errors.ts";
import { speechTrouble } from "../providers/audio/speech-check.ts";
import type { SpeechRequest, SpeechSynthesizer } from "../providers/tts/types.ts";

/**
 * A whole sentence as raw mu-law, fit to be kept: as this voice's own only when `onTrouble` was not told that another one
 * stepped in. Throws ProviderFailed when the voice failed or gave what it cannot be.
 */
export async function checkedSpeech(
  synthesizer: SpeechSynthesizer,
  request: Pick<SpeechRequest, "text" | "voice" | "onTrouble">,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of synthesizer.synthesize({ ...request, encoding: "mulaw8k" }, signal)) chunks.push(chunk);
  const mulaw = Buffer.concat(chunks);
  const trouble = speechTrouble(mulaw, request.text);
  if (trouble) throw new ProviderFailed("tts", true, `this is not "${request.text}": ${trouble}`);
  return mulaw;
}
