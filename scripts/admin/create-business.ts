import { createBusiness } from "#lib/businesses/create-business.ts";
import { getVoiceSettings } from "#lib/businesses/get-settings.ts";
import { renderPhrases } from "#lib/businesses/jobs/render-phrases.ts";
import { loadVoiceClips } from "#lib/businesses/voice-clips.ts";
import { env } from "#lib/config/env.ts";
import { systemContext } from "#lib/context.ts";
import { isAlive } from "#lib/db/system.ts";
import { speakable } from "#lib/hebrew/speakable/index.ts";
import { createSpeechSynthesizer } from "#lib/providers/tts/index.ts";

interface Given {
  name?: string;
  phone?: string;
  owner?: string;
  "owner-name"?: string;
  password?: string;
  whatsapp?: string;
  transfer?: string;
  address?: string;
}

/** Makes the business and its owner, and comes back when its greeting can be heard (or says why it cannot). */
export async function newBusiness(given: Given): Promise<Record<string, string>> {
  const { businessId, ownerUserId } = await createBusiness({
    name: given.name ?? "",
    phone: given.phone ?? "",
    whatsapp: given.whatsapp,
    transferPhone: given.transfer,
    address: given.address,
    owner: {
      email: given.owner ?? "",
      name: given["owner-name"] ?? given.owner?.split("@")[0] ?? "",
      password: given.password ?? "",
    },
  });
  return { business_id: businessId, owner_user_id: ownerUserId, greeting: await renderGreeting(businessId) };
}

async function renderGreeting(businessId: string): Promise<string> {
  const synthesizer = createSpeechSynthesizer(env());
  // The running product may have the keys that this shell has not: its job renders the greeting then.
  if (!synthesizer) return (await isAlive("jobs", 20)) ? renderedByJob(businessId) : "no voice is configured";
  try {
    await renderPhrases(synthesizer, { businessId }, AbortSignal.timeout(60_000));
    return "rendered";
  } catch (error) {
    return `not rendered yet, a job tries again (${error instanceof Error ? error.message : String(error)})`;
  }
}

async function renderedByJob(businessId: string): Promise<string> {
  const ctx = systemContext(businessId, "create-business");
  const { greeting, voice, lexicon } = await getVoiceSettings(ctx);
  const text = speakable(greeting, lexicon);
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    if ((await loadVoiceClips(ctx, voice, [text])).has(text)) return "rendered";
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return "not rendered: is a voice configured?";
}
