/** What the edge says in Next's place to a genuine webhook, so that no caller hears an error and nothing is lost. */

export interface StandIns {
  /** TwiML: apologises, records a message, says goodbye. */
  takeMessage: string;
  /** TwiML after the recording: says thank you and hangs up. */
  thankYou: string;
}

export interface StandIn {
  status: number;
  body: string;
  /** Whether Next gets the webhook when it is back. */
  keep: boolean;
  /** A caller on the line is answered in any case; everything else only when it could be kept. */
  onlyWhenKept: boolean;
}

const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** Undefined for webhooks that are not Twilio's: their senders try again by themselves when refused. */
export function standInFor(pathname: string, { takeMessage, thankYou }: StandIns): StandIn | undefined {
  switch (pathname) {
    // Kept, because the recorded message needs its call.
    case "/webhook/incoming_call":
      return { status: 200, body: takeMessage, keep: true, onlyWhenKept: false };
    // They only ask what to do next, and that is over when Next is back.
    case "/webhook/stream_ended":
    case "/webhook/handle_speech":
    case "/webhook/dial_result":
    case "/webhook/voice_fallback":
      return { status: 200, body: takeMessage, keep: false, onlyWhenKept: false };
    case "/webhook/handle_recording":
      return { status: 200, body: thankYou, keep: true, onlyWhenKept: false };
    case "/webhook/call_status":
    case "/webhook/whatsapp/status":
    case "/webhook/sms/status":
      return { status: 204, body: "", keep: true, onlyWhenKept: true };
    case "/webhook/whatsapp/incoming":
    case "/webhook/sms/incoming":
    case "/api/v1/whatsapp/webhook":
      return { status: 200, body: EMPTY_TWIML, keep: true, onlyWhenKept: true };
    default:
      return undefined;
  }
}
