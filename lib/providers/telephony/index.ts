import type { Env } from "../../config/env.ts";
import { twilioTelephony } from "./twilio/telephony.ts";
import type { Telephony } from "./types.ts";

/** The phone network. There is one; a call cannot do without it. */
export function createTelephony(env: Env): Telephony {
  return twilioTelephony({
    accountSid: env.TWILIO_ACCOUNT_SID,
    authToken: env.TWILIO_AUTH_TOKEN,
    baseUrl: env.TWILIO_BASE_URL,
  });
}
