import type { Env } from "../../config/env.ts";
import { twilioSender } from "./twilio/sender.ts";
import type { MessageSender } from "./types.ts";

/** Sends what Twilio carries: SMS, and the WhatsApp of businesses that chose it. */
export function createTwilioSender(env: Env): MessageSender {
  return twilioSender(
    { accountSid: env.TWILIO_ACCOUNT_SID, authToken: env.TWILIO_AUTH_TOKEN, baseUrl: env.TWILIO_BASE_URL },
    (channel) => `${env.publicUrl.origin}/webhook/${channel}/status`,
  );
}
