/** The application sends a message: it is taken or refused at once, and delivered or not in its own time. */

import { deliver } from "./delivery.ts";
import { type DeliveryError, isDeliveryError } from "./delivery-errors.ts";
import { newMedium } from "./media.ts";
import { type Message, newMessage } from "./message.ts";
import type { Messaging } from "./messaging.ts";
import { type Outgoing, readOutgoing } from "./outgoing.ts";

interface Sending {
  direction: "outbound-api" | "outbound-reply";
  /** How the delivery is to fail, when it was told to from outside. */
  fault?: string | null;
}

/** Takes a message. Throws RestError with Twilio's own code. */
export function sendMessage(messaging: Messaging, form: URLSearchParams, { direction, fault }: Sending): Message {
  const outgoing = readOutgoing(messaging, form);
  const media = outgoing.mediaUrls.map(() => newMedium({ contentType: "application/octet-stream", bytes: null }));
  const message = newMessage({
    direction,
    from: outgoing.from,
    to: outgoing.to,
    body: outgoing.body,
    media,
    template: templateOf(outgoing),
    messagingServiceSid: outgoing.messagingServiceSid,
    // A message of a service is given a sender later.
    status: outgoing.messagingServiceSid ? "accepted" : "queued",
    statusCallback: callbackOf(messaging, outgoing),
  });
  messaging.messages.add(message);
  messaging.media.add(media, message.sid);
  message.settled = deliver(messaging, message, outgoing.mediaUrls, codeOf(fault));
  return message;
}

function templateOf({ template }: Outgoing): Message["template"] {
  if (!template) return null;
  const { sid, approval } = template.template;
  return { sid, isApproved: approval.status === "approved", buttons: template.rendered.buttons };
}

function callbackOf(messaging: Messaging, outgoing: Outgoing): string | undefined {
  const sender = messaging.senderOf(outgoing.from);
  if (outgoing.statusCallback) return outgoing.statusCallback;
  if (outgoing.messagingServiceSid) return sender?.messagingService?.statusCallback;
  return outgoing.from.channel === "whatsapp" ? sender?.whatsappStatusCallback : undefined;
}

function codeOf(fault: string | null | undefined): DeliveryError | null {
  const code = Number(fault ?? 0);
  return isDeliveryError(code) ? code : null;
}
