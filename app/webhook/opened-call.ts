import type { OpenedCall } from "#lib/calls/open-call.ts";
import { spoken } from "#lib/calls/spoken.ts";
import { nextTwiml } from "#lib/calls/twiml.ts";
import { sayAndHangUp } from "#lib/providers/telephony/twilio/twiml.ts";
import { speak } from "./speak.ts";

/** What the network is told of a call that was opened, or could not be. */
export async function openedTwiml(opened: OpenedCall): Promise<string> {
  switch (opened.kind) {
    case "unknown_number":
      return sayAndHangUp(spoken.unknownNumber);
    case "too_many_calls":
      return sayAndHangUp(spoken.tooManyCalls);
    case "hang_up":
    case "stream":
    case "answer":
      return nextTwiml(opened, speak);
    default:
      return opened satisfies never;
  }
}
