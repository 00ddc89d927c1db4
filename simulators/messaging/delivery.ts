/** What becomes of a message that was taken: the statuses it goes through, by the rules of its channel and its reader. */

import { ApplicationError } from "../twilio/errors.ts";
import { requestApplication } from "../twilio/webhooks.ts";
import type { DeliveryError } from "./delivery-errors.ts";
import type { Message, MessageStatus, OutboundStatus } from "./message.ts";
import type { Messaging } from "./messaging.ts";
import type { Behaviour } from "./people.ts";
import { sendStatus } from "./status-callbacks.ts";

interface Outcome {
  status: "failed" | "undelivered";
  code: DeliveryError;
}

/**
 * Carries a message to its reader and tells the application of every step but the status it was made with, which the answer to
 * its making has told: https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks.
 * Resolves when all of it is told.
 */
export async function deliver(
  messaging: Messaging,
  message: Message,
  mediaUrls: string[],
  fault: DeliveryError | null,
): Promise<void> {
  const behaviour = messaging.people.behaviourOf(message.to.number);
  const hasMedia = await fetchMedia(messaging, message, mediaUrls);
  const outcome = fault ? failed(fault) : outcomeOf(messaging, message, behaviour, hasMedia);
  const steps = stepsOf(message, behaviour, outcome);
  // One callback after the other, without holding the message up: an application that is slow hears of it later.
  let told = Promise.resolve();
  const madeWith = message.status;
  const tell = (status: OutboundStatus) => {
    if (status === madeWith || behaviour.missing.includes(status)) return;
    told = told.then(() => sendStatus(messaging, message, status, behaviour.copies));
  };
  for (const [index, status] of steps.entries()) {
    if (index > 0 && !(await messaging.wait(behaviour.stepMs))) return;
    if (message.status === "canceled") break;
    advance(message, status, outcome);
    if (status === "delivered" || status === outcome?.status) messaging.messages.arrive(message);
    if (behaviour.order === "forward") tell(status);
  }
  if (behaviour.order === "reversed") for (const status of [...steps].reverse()) tell(status);
  await told;
}

function advance(message: Message, status: MessageStatus, outcome: Outcome | null): void {
  if (message.status !== status) message.history.push({ status, at: Date.now() });
  message.status = status;
  if (outcome?.status === status) message.errorCode = outcome.code;
}

function stepsOf({ to }: Message, { reads }: Behaviour, outcome: Outcome | null): OutboundStatus[] {
  if (outcome?.status === "failed") return ["queued", "failed"];
  if (outcome?.status === "undelivered") return ["queued", "sent", "undelivered"];
  return to.channel === "whatsapp" && reads ? ["queued", "sent", "delivered", "read"] : ["queued", "sent", "delivered"];
}

/** Null: it arrives. */
function outcomeOf(messaging: Messaging, message: Message, person: Behaviour, hasMedia: boolean): Outcome | null {
  const { from, to, template } = message;
  if (person.outcome) return person.outcome as Outcome;
  if (!hasMedia) return failed(to.channel === "whatsapp" ? 63019 : 30008);
  if (to.channel === "sms") return isLandline(to.number) ? { status: "undelivered", code: 30006 } : null;
  if (!person.onWhatsApp) return { status: "undelivered", code: 63024 };
  if (!messaging.rateLimit.take(from.number, messaging.settings.whatsappPerSecond)) return failed(63018);
  if (!template?.isApproved && !messaging.windows.isOpen(from.number, to.number)) return failed(63016);
  return null;
}

function failed(code: DeliveryError): Outcome {
  return { status: "failed", code };
}

/** Geographic numbers of Israel: +972 2, 3, 4, 8 and 9. */
function isLandline(number: string): boolean {
  return /^\+972[23489]\d{7}$/.test(number);
}

/** Twilio downloads what is to be sent from the application. False when something could not be had. */
async function fetchMedia(messaging: Messaging, message: Message, mediaUrls: string[]): Promise<boolean> {
  const fetched = await Promise.all(
    mediaUrls.map(async (url, index) => {
      const medium = message.media[index];
      const answer = await requestApplication(messaging.webhooks, { url, method: "GET" }).catch((error: unknown) => {
        if (error instanceof ApplicationError) return null;
        throw error;
      });
      if (!medium || !answer || answer.status !== 200 || answer.body.length === 0) return false;
      medium.bytes = Buffer.from(answer.body);
      medium.contentType = answer.contentType;
      medium.servedAs = answer.contentType;
      return true;
    }),
  );
  return fetched.every(Boolean);
}
