/** A message as any carrier brings it, in our own words; their maps make it. */

import { z } from "zod";
import { cut } from "../hebrew/cut.ts";
import { safeName } from "./attachments/safe-name.ts";
import { attachmentKinds, attachmentSource, messageContent } from "./schemas/content.ts";

/** The longest that is kept of one message; WhatsApp itself allows 65,536 characters. */
const LONGEST = 65_536;

export const inboundMessage = z.object({
  channel: z.enum(["whatsapp", "sms"]),
  carrier: z.enum(["twilio", "baileys"]),
  /** The carrier's own name for it: the same twice is one message. */
  providerId: z.string().min(1).max(200),
  /** E.164. */
  from: z.string(),
  /** What the customer calls themselves there; null when not told. */
  profileName: z.string().max(200).nullable(),
  body: z.string().transform((body) => cut(body, LONGEST)),
  content: messageContent,
  attachments: z
    .array(
      z.object({
        kind: z.enum(attachmentKinds),
        contentType: z.string(),
        fileName: z.string().transform(safeName),
        sizeBytes: z.number().int().nullable(),
        durationMs: z.number().int().nullable(),
        source: attachmentSource,
      }),
    )
    .max(30),
  /** The carrier's name for the message that this one answers. */
  replyTo: z.string().nullable(),
  /** When it was written; what waited during an outage is older than its arrival. */
  writtenAt: z.date(),
});
export type InboundMessage = z.output<typeof inboundMessage>;
