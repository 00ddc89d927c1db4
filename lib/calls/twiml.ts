/** The two ways on for a call, as TwiML with our own addresses in it. */
import { connectStream, takeMessage } from "../providers/telephony/twilio/twiml.ts";
import { mediaStreamUrl, webhookUrl } from "./stream-url.ts";

/** The agent takes the call over the media stream. */
export function conversation({ businessId, callToken }: { businessId: string; callToken: string }): string {
  return connectStream({
    streamUrl: mediaStreamUrl(),
    actionUrl: webhookUrl("/webhook/stream_ended"),
    parameters: { business_id: businessId, call_token: callToken },
  });
}

/** The caller is asked to leave a message. Needs no database. */
export function messageInstead(text: string): string {
  return takeMessage({ text, actionUrl: webhookUrl("/webhook/handle_recording") });
}
