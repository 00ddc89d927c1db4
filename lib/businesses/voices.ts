import { z } from "zod";
import type { Context } from "../context.ts";
import { countHit } from "../db/system.ts";
import { AppError, RateLimited, RuleBroken } from "../errors.ts";
import { speakable } from "../hebrew/speakable/index.ts";
import { requirePermission } from "../permissions.ts";
import type { Voice } from "../providers/tts/types.ts";
import { getVoiceSettings } from "./get-settings.ts";
import { speechSynthesizer } from "./synthesizer.ts";

const PREVIEWS_PER_MINUTE = 20;
const PATIENCE_MS = 10_000;

export const previewInput = z.object({
  text: z.string().trim().min(2, "חסר טקסט להשמעה").max(300, "הטקסט ארוך מדי להשמעה"),
  voice: z.string().max(80).nullable(),
  /** False for a text that is a spoken form itself. */
  withPronunciations: z.boolean().default(true),
});

/** The Hebrew voices to choose from; none when no voice is configured. */
export async function listVoices(ctx: Context): Promise<Voice[]> {
  requirePermission(ctx, "business.read");
  return (await speechSynthesizer()?.voices()) ?? [];
}

/** A sentence as MP3, as it would sound in a call, for listening before it is chosen. Throws AppError when no voice is configured. */
export async function previewVoice(
  ctx: Context,
  input: z.input<typeof previewInput>,
): Promise<Uint8Array<ArrayBuffer>> {
  requirePermission(ctx, "business.write");
  const { text: written, voice, withPronunciations } = previewInput.parse(input);
  const speaker = speechSynthesizer();
  if (!speaker) throw new AppError("unavailable", "לא הוגדר שירות קול");
  const { hits, secondsLeft } = await countHit(`preview:${ctx.businessId}`, 60);
  if (hits > PREVIEWS_PER_MINUTE) throw new RateLimited(secondsLeft, "יותר מדי השמעות בדקה האחרונה");
  const { lexicon } = await getVoiceSettings(ctx);
  const text = speakable(written, withPronunciations ? lexicon : []);
  if (text === "") throw new RuleBroken("אין בטקסט מילים להשמעה");
  const chunks: Uint8Array[] = [];
  const request = { text, voice, encoding: "mp3" } as const;
  for await (const chunk of speaker.synthesize(request, AbortSignal.timeout(PATIENCE_MS))) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
