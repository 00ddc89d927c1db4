/** The port to whoever carries written messages: WhatsApp by two vendors, and SMS. */

/** What is to be said to one customer, in our own words. */
export interface OutgoingMessage {
  /** Ours; a vendor that lets us name a message uses it, so that a repeat is the same message. */
  messageId: string;
  businessId: string;
  channel: "whatsapp" | "sms";
  /** E.164, both. */
  to: string;
  from: string;
  /** Of a template: how it reads with its variables filled in; the vendor is given `template` instead. */
  body: string;
  template: OutgoingTemplate | null;
  attachments: OutgoingAttachment[];
  /** The vendor's name for the message that this one answers. */
  replyTo: string | null;
}

/** A text that WhatsApp has approved, by the vendor's name for it, and what is filled in. */
export interface OutgoingTemplate {
  providerId: string;
  variables: Record<string, string>;
}

export interface OutgoingAttachment {
  kind: "image" | "audio" | "video" | "document" | "sticker";
  contentType: string;
  fileName: string;
  /** Where a vendor that fetches it itself finds it: unguessable, good for a while. */
  url: string;
  /** For a vendor that wants the bytes. */
  read(): Promise<Uint8Array>;
}

export interface SentMessage {
  /** The vendor's name for it. */
  providerId: string;
}

/**
 * What a vendor did not send, and will not: the code is its own, kept for the staff (lib/messaging/schemas/delivery-errors.ts has
 * the sentences). What may succeed later is a ProviderFailed that is retryable.
 */
export class MessageRefused extends Error {
  readonly errorCode: string;
  constructor(errorCode: string, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = "MessageRefused";
    this.errorCode = errorCode;
  }
}

export interface MessageSender {
  /** Only what this one carries is given to it. */
  readonly carrier: "twilio" | "baileys";
  /** Throws MessageRefused for good, ProviderFailed when it may be tried again (`retryable`). */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<SentMessage>;
  /**
   * A process died while it was handing this message over, `since` then: was it sent? Null when it certainly was not, or
   * when sending it again makes no second message, because the vendor has our own name for it. Throws ProviderFailed while nobody can say.
   */
  findSent(message: OutgoingMessage, since: Date, signal: AbortSignal): Promise<SentMessage | null>;
}

/** A text of the account's, approved or not, as the vendor has it. */
export interface CarriedTemplate {
  providerId: string;
  name: string;
  /** BCP 47, as the vendor writes it: "he", "en_US". */
  language: string;
  category: "utility" | "marketing" | "authentication";
  approval: "approved" | "pending" | "rejected" | "paused" | "disabled" | "unsubmitted";
  /** What WhatsApp said when it did not approve; empty without a reason. */
  rejectionReason: string;
  /** With {{1}} where something is filled in. */
  body: string;
  /** In the order in which they are asked for; the sample is what WhatsApp was shown. */
  variables: { name: string; sample: string }[];
  buttons: { title: string; url: string | null }[];
}

export interface TemplateSource {
  /** All of them, or none: throws ProviderFailed when any part of the list cannot be had. */
  list(): Promise<CarriedTemplate[]>;
}
