import type { Env } from "../../config/env.ts";
import { ProviderFailed } from "../../errors.ts";
import { downloadFile } from "../telephony/twilio/download.ts";
import { downloadSealed, type SealedFile } from "./baileys/download.ts";
import { twilioSender } from "./twilio/sender.ts";
import type { MessageSender } from "./types.ts";

/** Fetches what customers attached, from the carrier that keeps it. */
export function createFileFetcher(env: Env) {
  const access = { accountSid: env.TWILIO_ACCOUNT_SID, authToken: env.TWILIO_AUTH_TOKEN, baseUrl: env.TWILIO_BASE_URL };
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
  return twilioSender(
    { accountSid: env.TWILIO_ACCOUNT_SID, authToken: env.TWILIO_AUTH_TOKEN, baseUrl: env.TWILIO_BASE_URL },
    (channel) => `${env.publicUrl.origin}/webhook/${channel}/status`,
  );
}
