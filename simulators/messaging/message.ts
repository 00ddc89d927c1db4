/** A message as Twilio keeps it, whoever wrote it. */
import { newSid } from "../twilio/ids.ts";
import type { Address } from "./addresses.ts";
import type { DeliveryError } from "./delivery-errors.ts";
import type { Medium } from "./media.ts";
import type { RenderedTemplate } from "./render.ts";

export const STATUSES = ["queued", "sent", "delivered", "read", "failed", "undelivered"] as const;
/** What happens to a message on its way out. */
export type OutboundStatus = (typeof STATUSES)[number];
export type MessageStatus = OutboundStatus | "accepted" | "canceled" | "received";

/** A webhook about a message: what the application was sent and how it answered. Status 0: no answer at all. */
export interface WebhookRecord {
  /** Epoch milliseconds. */
  at: number;
  url: string;
  /** What it told: a message that came in, or how one stands. */
  event: "incoming" | OutboundStatus;
  status: number;
  tookMs: number;
  /** Twilio's own error, as its debugger would show it. */
  error: { code: number; message: string } | null;
}

export interface Message {
  sid: string;
  direction: "inbound" | "outbound-api" | "outbound-reply";
  from: Address;
  to: Address;
  body: string;
  media: Medium[];
  template: { sid: string; isApproved: boolean; buttons: RenderedTemplate["buttons"] } | null;
  messagingServiceSid: string | null;
  statusCallback: string | undefined;
  status: MessageStatus;
  errorCode: DeliveryError | null;
  /** Every status with the moment at which it came about, epoch milliseconds. */
  history: { status: MessageStatus; at: number }[];
  /** All webhooks about it, in the order in which they were answered. */
  webhooks: WebhookRecord[];
  /** Its place among all that came to people and from them; null while it is on its way. */
  arrival: number | null;
  /** Resolves when nothing more happens to it and the application has been told all of it. */
  settled: Promise<void>;
}

/** A message that was just taken. */
export function newMessage(
  given: Pick<Message, "direction" | "from" | "to" | "body" | "media" | "template" | "messagingServiceSid"> & {
    status: MessageStatus;
    statusCallback?: string | undefined;
  },
): Message {
  return {
    ...given,
    sid: newSid(given.media.length > 0 || given.template ? "MM" : "SM"),
    statusCallback: given.statusCallback,
    errorCode: null,
    history: [{ status: given.status, at: Date.now() }],
    webhooks: [],
    arrival: null,
    settled: Promise.resolve(),
  };
}

/** The person in the conversation, and the number of the application. */
export function partiesOf({ direction, from, to }: Message): { person: Address; sender: Address } {
  return direction === "inbound" ? { person: from, sender: to } : { person: to, sender: from };
}

const GSM_7 = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ]*$/;

/** How many SMS a text takes: 160 characters of the old alphabet or 70 of any other fit into one. */
export function segmentsOf({ from, body }: Pick<Message, "from" | "body">): number {
  if (from.channel === "whatsapp") return 1;
  const [single, each] = GSM_7.test(body) ? [160, 153] : [70, 67];
  return body.length <= single ? 1 : Math.ceil(body.length / each);
}
