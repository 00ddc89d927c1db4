import type { Env } from "../../config/env.ts";
import { ProviderFailed } from "../../errors.ts";
import { downloadFile } from "../telephony/twilio/download.ts";
import { downloadSealed, type SealedFile } from "./baileys/download.ts";
import { twilioSender } from "./twilio/sender.ts";
import { twilioTemplates } from "./twilio/templates.ts";
import type { MessageSender, TemplateSource } from "./types.ts";

/** Fetches what customers attached, from the carrier that keeps it. */
export function createFileFetcher(env: Env) {
  const access = accessOf(env);
  return async (source: FileSource, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> => {
    if (source.carrier === "baileys") return downloadSealed(env.WHATSAPP_WEB_URL, source, maxBytes, signal);
    const url = URL.parse(source.url);
    if (!url) throw new ProviderFailed("whatsapp", false, "the address of an attachment is none");
    return downloadFile(access, { what: "download an attachment", url, maxBytes }, signal);
  };
}

type FileSource = { carrier: "twilio"; url: string } | ({ carrier: "baileys" } & SealedFile);

/** Sends what Twilio carries: SMS, and the WhatsApp of businesses that chose it. */
export function createTwilioSender(env: Env): MessageSender {
  return twilioSender(accessOf(env), (channel) => `${env.publicUrl.origin}/webhook/${channel}/status`);
}

/** The texts that WhatsApp has approved for the Twilio account. */
export function createTemplateSource(env: Env): TemplateSource {
  return twilioTemplates(accessOf(env));
}

function accessOf(env: Env) {
  return { accountSid: env.TWILIO_ACCOUNT_SID, authToken: env.TWILIO_AUTH_TOKEN, baseUrl: env.TWILIO_BASE_URL };
}
