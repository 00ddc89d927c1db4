import { asc } from "drizzle-orm";
import { business, phoneNumber } from "#drizzle/schema/index.ts";
import { webhookUrl } from "../calls/stream-url.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { toShekels } from "../hebrew/money.ts";
import type { Pronunciation } from "../hebrew/speakable/index.ts";
import { requirePermission } from "../permissions.ts";
import { lexiconOf } from "./lexicon-of.ts";
import type { SettingsView } from "./schemas.ts";

/** Everything that the settings pages show. */
export async function getSettings(ctx: Context): Promise<SettingsView> {
  requirePermission(ctx, "business.read");
  return forBusiness(ctx, async function getSettings(tx) {
    const [row] = await tx.select().from(business);
    if (!row) throw new NotFound("העסק לא נמצא");
    const phoneNumbers = await tx
      .select({ id: phoneNumber.id, e164: phoneNumber.e164, label: phoneNumber.label })
      .from(phoneNumber)
      .orderBy(asc(phoneNumber.createdAt));
    const { name, field, address, tone, instructions, greeting, voice, openingHours, transferPhone } = row;
    const { enableCallsStream, enableRecordingFallback, turnSilenceMs, openTurnSilenceMs, maxLiveCalls } = row;
    return {
      ...{ name, field, address, tone, instructions, greeting, voice, openingHours, transferPhone },
      ...{ enableCallsStream, enableRecordingFallback, turnSilenceMs, openTurnSilenceMs, maxLiveCalls },
      enableMessageAgent: row.enableMessageAgent,
      replyDelaySeconds: row.replyDelayMs / 1000,
      deliveryFee: row.deliveryAgorot === null ? null : toShekels(row.deliveryAgorot),
      phoneNumbers,
      webhooks: {
        incomingCall: webhookUrl("/webhook/incoming_call"),
        voiceFallback: webhookUrl("/webhook/voice_fallback"),
        callStatus: webhookUrl("/webhook/call_status"),
      },
    };
  });
}

interface VoiceSettings {
  greeting: string;
  voice: string | null;
  lexicon: Pronunciation[];
}

/** What is said first, in which voice, and how words are said that the voice would say wrongly. */
export async function getVoiceSettings(ctx: Context): Promise<VoiceSettings> {
  return forBusiness(ctx, async function getVoiceSettings(tx) {
    const [row] = await tx.select({ greeting: business.greeting, voice: business.voice }).from(business);
    if (!row) throw new NotFound("העסק לא נמצא");
    return { ...row, lexicon: await lexiconOf(tx) };
  });
}
