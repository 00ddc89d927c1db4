import { systemContext } from "../../context.ts";
import { ProviderFailed } from "../../errors.ts";
import { speakable } from "../../hebrew/speakable/index.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import type { SpeechSynthesizer } from "../../providers/tts/types.ts";
import { getVoiceSettings } from "../get-settings.ts";
import { phrases } from "../phrases.ts";
import { keepVoiceClip, loadVoiceClips } from "../voice-clips.ts";

/** Spoken Hebrew has some 13 letters a second; far from that the rendering went wrong. */
const MS_PER_LETTER = { least: 25, most: 260 };

/** Renders the greeting and the fixed sentences that are not there yet, so that no call waits for them. Safe to repeat. */
export async function renderPhrases(
  synthesizer: SpeechSynthesizer,
  { businessId }: JobPayload<"render_phrases">,
  signal: AbortSignal,
): Promise<void> {
  const ctx = systemContext(businessId, "render-phrases");
  const { greeting, voice, lexicon } = await getVoiceSettings(ctx);
  const texts = [greeting, ...Object.values(phrases)].map((text) => speakable(text, lexicon)).filter(Boolean);
  const rendered = await loadVoiceClips(ctx, voice, texts);
  for (const text of texts.filter((wanted) => !rendered.has(wanted))) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of synthesizer.synthesize({ text, voice, encoding: "mulaw8k" }, signal)) chunks.push(chunk);
    const mulaw = Buffer.concat(chunks);
    refuseImplausible(text, mulaw);
    await keepVoiceClip(ctx, voice, text, mulaw);
  }
}

function refuseImplausible(text: string, mulaw: Uint8Array): void {
  const ms = mulaw.length / 8;
  const wrongLength = ms < text.length * MS_PER_LETTER.least || ms > text.length * MS_PER_LETTER.most;
  // In mu-law the two quietest values of either sign are 0x7e, 0x7f, 0xfe and 0xff.
  const silent = mulaw.every((byte) => (byte & 0x7f) >= 0x7e);
  if (wrongLength || silent)
    throw new ProviderFailed("tts", true, `implausible audio: ${Math.round(ms)} ms for ${text.length} letters`);
}
