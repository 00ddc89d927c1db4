import { systemContext } from "../../context.ts";
import { speakable } from "../../hebrew/speakable/index.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import type { SpeechSynthesizer } from "../../providers/tts/types.ts";
import { checkedSpeech } from "../checked-speech.ts";
import { getVoiceSettings } from "../get-settings.ts";
import { phrases, withoutStream } from "../phrases.ts";
import { dropOtherClips, keepVoiceClip, loadVoiceClips } from "../voice-clips.ts";

/**
 * Renders the greeting and the fixed sentences that are not there yet, so that no call waits for them, and removes those that
 * are said no more. Safe to repeat. Throws when the voice fails, also where another one would step in: kept as the
 * business's own, that one would greet for good.
 */
export async function renderPhrases(
  synthesizer: SpeechSynthesizer,
  { businessId }: JobPayload<"render_phrases">,
  signal: AbortSignal,
): Promise<void> {
  const ctx = systemContext(businessId, "render-phrases");
  const { greeting, voice, lexicon } = await getVoiceSettings(ctx);
  const written = [greeting, ...Object.values(phrases), ...Object.values(withoutStream)];
  const texts = written.map((text) => speakable(text, lexicon)).filter(Boolean);
  const rendered = await loadVoiceClips(ctx, voice, texts);
  for (const text of texts.filter((wanted) => !rendered.has(wanted))) {
    await keepVoiceClip(ctx, voice, text, await checkedSpeech(synthesizer, { text, voice, onTrouble: raise }, signal));
  }
  await dropOtherClips(ctx, voice, texts);
}

function raise(error: unknown): never {
  throw error;
}
