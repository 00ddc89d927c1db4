/** What a message is besides its words. */
import { z } from "zod";
import { templateButton, templateCategories, templateValues } from "../../templates/schemas/template.ts";
import { handoverReasons } from "./channel.ts";

/** Why a file was not taken: one of those `checkContent` refuses, one too large, one that could not be fetched. */
export const attachmentReasons = ["not_what_it_says", "kind_not_taken", "empty", "too_large", "unreachable"] as const;
export type AttachmentReason = (typeof attachmentReasons)[number];

export const attachmentKinds = ["image", "audio", "video", "document", "sticker"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** What becomes of a conversation besides words; names are those of that moment. */
export const conversationEvent = z.discriminatedUnion("what", [
  /** A person answers from here on; `reason` says why. */
  z.object({ what: z.literal("to_human"), reason: z.enum(handoverReasons) }),
  z.object({ what: z.literal("to_bot") }),
  z.object({ what: z.literal("assigned"), name: z.string() }),
  z.object({ what: z.literal("unassigned") }),
  z.object({ what: z.literal("snoozed"), until: z.iso.datetime() }),
  z.object({ what: z.literal("woken") }),
  z.object({ what: z.literal("closed") }),
  z.object({ what: z.literal("reopened") }),
]);
export type ConversationEvent = z.infer<typeof conversationEvent>;

export const messageContent = z.discriminatedUnion("kind", [
  /** Words alone, or words with attachments. */
  z.object({ kind: z.literal("text") }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    label: z.string().optional(),
    address: z.string().optional(),
  }),
  z.object({
    kind: z.literal("contact"),
    contacts: z.array(z.object({ name: z.string(), phones: z.array(z.string()) })).max(20),
  }),
  /** A button or a line of a list that the customer chose; the words are in the body. */
  z.object({ kind: z.literal("choice"), id: z.string() }),
  /** Words of the staff to each other; never sent. */
  z.object({ kind: z.literal("note") }),
  /** A text that WhatsApp has approved; the body has it with the variables filled in. */
  z.object({
    kind: z.literal("template"),
    /** The carrier's name for the template. */
    providerId: z.string(),
    category: z.enum(templateCategories),
    variables: templateValues,
    buttons: z.array(templateButton),
  }),
  /** What became of the conversation itself; a line of the thread, never sent. */
  z.object({ kind: z.literal("event"), event: conversationEvent }),
  /** Something that we have no form for (a poll, an event): the staff see that it came. */
  z.object({ kind: z.literal("unsupported"), type: z.string() }),
]);
export type MessageContent = z.infer<typeof messageContent>;

/** Notes and events: the customer never gets them. */
export const amongStaff = ["note", "event"] as const satisfies MessageContent["kind"][];

export function isAmongStaff({ kind }: MessageContent): boolean {
  return amongStaff.some((one) => one === kind);
}

/** UTF-16 units; the longest emoji that WhatsApp has are of about 35. */
export const LONGEST_EMOJI = 64;

export const reaction = z.object({ by: z.enum(["customer", "business"]), emoji: z.string().max(LONGEST_EMOJI) });
export type Reaction = z.infer<typeof reaction>;

/** Where what was attached is kept until we have it: for Twilio an address, for WhatsApp Web also the key that opens it. */
export const attachmentSource = z.discriminatedUnion("carrier", [
  z.object({ carrier: z.literal("twilio"), url: z.url() }),
  z.object({
    carrier: z.literal("baileys"),
    url: z.url(),
    mediaKey: z.base64(),
    mediaType: z.enum(["image", "video", "audio", "document", "sticker"]),
    /** Of the file itself. */
    sha256: z.base64().nullable(),
  }),
  /** Uploaded by the staff, or made by the product. */
  z.object({ carrier: z.literal("none") }),
]);
export type AttachmentSource = z.infer<typeof attachmentSource>;

/** Two reactions to the same fact: `refused` is final (not what it says it is, too large), `failed` is not. */
export type AttachmentState = "waiting" | "kept" | "refused" | "failed";
