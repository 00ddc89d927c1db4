import { type Context, systemContext } from "../../context.ts";
import { speakable } from "../../hebrew/speakable/index.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";
import type { SpeechSynthesizer } from "../../providers/tts/types.ts";
import { checkedSpeech } from "../checked-speech.ts";
import { getVoiceSettings } from "../get-settings.ts";
import { fillers, phrases, withoutStream } from "../phrases.ts";
import { ANOTHER_VOICE, dropOtherClips, keepVoiceClip, loadClipsOfAnyVoice, loadVoiceClips } from "../voice-clips.ts";

/**
 * Renders the greeting and the fixed sentences that are not there yet, so that no call waits for them, and removes those that
 * are said no more. Safe to repeat. Throws when the voice fails, also where another one would step in: kept as the
 * business's own, that one would greet for good. Only the words that bridge a wait are then there in that other voice.
 */
export async function renderPhrases(
  synthesizer: SpeechSynthesizer,
  { businessId }: JobPayload<"render_phrases">,
  signal: AbortSignal,
): Promise<void> {
  const ctx = systemContext(businessId, "render-phrases");
  const { greeting, voice, lexicon } = await getVoiceSettings(ctx);
  // What bridges a wait comes first: nobody waits for the others without it.
  const written = [...new Set([...fillers, greeting, ...Object.values(phrases), ...Object.values(withoutStream)])];
  const texts = written.map((text) => speakable(text, lexicon)).filter(Boolean);
  const rendered = await loadVoiceClips(ctx, voice, texts);
  try {
    for (const text of texts.filter((wanted) => !rendered.has(wanted))) {
      const mulaw = await checkedSpeech(synthesizer, { text, voice, onTrouble: raise }, signal);
      await keepVoiceClip(ctx, voice, text, mulaw);
    }
  } catch (error) {
    const words = fillers.map((text) => speakable(text, lexicon)).filter(Boolean);
    await renderInAnyVoice(synthesizer, ctx, words, signal).catch((again: unknown) =>
      log().warn({ err: again, business_id: businessId }, "no voice says the words that bridge a wait"),
    );
    throw error;
  }
  await dropOtherClips(ctx, voice, texts);
}

/** Those of which no voice has a clip, by whichever speaks now. They are dropped once the business's own voice has all. */
async function renderInAnyVoice(
  synthesizer: SpeechSynthesizer,
  ctx: Context,
  texts: string[],
  signal: AbortSignal,
): Promise<void> {
  const kept = await loadClipsOfAnyVoice(ctx, texts);
  for (const text of texts.filter((wanted) => !kept.has(wanted))) {
    await keepVoiceClip(ctx, ANOTHER_VOICE, text, await checkedSpeech(synthesizer, { text, voice: null }, signal));
  }
}

function raise(error: unknown): never {
  throw error;
}
