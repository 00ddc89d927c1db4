import { asc } from "drizzle-orm";
import { business, phoneNumber } from "#drizzle/schema/index.ts";
import { webhookUrl } from "../calls/stream-url.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { requirePermission } from "../permissions.ts";
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
    return {
      ...{ name, field, address, tone, instructions, greeting, voice, openingHours, transferPhone },
      phoneNumbers,
      webhooks: { incomingCall: webhookUrl("/webhook/incoming_call"), callStatus: webhookUrl("/webhook/call_status") },
    };
  });
}

/** What is said first, and in which voice. */
export async function getVoiceSettings(ctx: Context): Promise<{ greeting: string; voice: string | null }> {
  const [row] = await forBusiness(
    ctx,
    (tx) => tx.select({ greeting: business.greeting, voice: business.voice }).from(business),
    "getVoiceSettings",
  );
  if (!row) throw new NotFound("העסק לא נמצא");
  return row;
}
