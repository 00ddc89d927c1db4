/** Conversations and messages as the API and the pages have them, and what may be asked of them. */
import { z } from "zod";
import { callStatuses } from "../../calls/schemas/status.ts";
import { tags } from "../../customers/schemas.ts";
import { moment } from "../../hebrew/asked-dates.ts";
import { channels, conversationModes, conversationStates, handoverReasons, messageStatus } from "./channel.ts";
import { attachmentKinds, attachmentReasons, messageContent, reaction } from "./content.ts";

export const conversationView = z.object({
  id: z.uuid(),
  channel: z.enum(channels),
  customerId: z.uuid(),
  customerName: z.string().nullable(),
  phone: z.string(),
  state: z.enum(conversationStates),
  snoozedUntil: z.iso.datetime().nullable(),
  mode: z.enum(conversationModes),
  handover: z.enum(handoverReasons).nullable(),
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  tags: z.array(z.string()),
  unread: z.number().int(),
  lastText: z.string(),
  lastDirection: z.enum(["in", "out"]).nullable(),
  lastMessageAt: z.iso.datetime(),
  /** Whether the customer can be written to in one's own words now. */
  windowOpen: z.boolean(),
  /** When that is over, or was; null where it never is, and when the customer has never written. */
  windowUntil: z.iso.datetime().nullable(),
  /** Whether the customer, too, sees which message is answered. */
  quotes: z.boolean(),
});
export type ConversationView = z.infer<typeof conversationView>;

export const attachmentView = z.object({
  id: z.uuid(),
  kind: z.enum(attachmentKinds),
  state: z.enum(["waiting", "kept", "refused", "failed"]),
  reason: z.enum(attachmentReasons).nullable(),
  contentType: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int().nullable(),
});
export type AttachmentView = z.infer<typeof attachmentView>;

/** A message, where another one answers it. */
export const quotedMessage = z.object({
  id: z.uuid(),
  direction: z.enum(["in", "out"]),
  /** How its words begin, or in brackets what it is without any. */
  text: z.string(),
});
export type QuotedMessage = z.infer<typeof quotedMessage>;

export const messageView = z.object({
  id: z.uuid(),
  direction: z.enum(["in", "out"]),
  author: z.enum(["customer", "agent", "staff", "system"]),
  authorName: z.string().nullable(),
  body: z.string(),
  content: messageContent,
  attachments: z.array(attachmentView),
  replyToId: z.uuid().nullable(),
  /** The message that this one answers, also one that is not among those shown. */
  quoted: quotedMessage.nullable(),
  reactions: z.array(reaction),
  transcript: z.string().nullable(),
  status: messageStatus,
  errorCode: z.string().nullable(),
  createdAt: z.iso.datetime(),
  deliveredAt: z.iso.datetime().nullable(),
  readAt: z.iso.datetime().nullable(),
  deleted: z.boolean(),
  /** Its writer put other words in its place. */
  edited: z.boolean(),
});
export type MessageView = z.infer<typeof messageView>;

/** A call, as a line between messages. */
export const timelineCall = z.object({
  id: z.uuid(),
  direction: z.enum(["in", "out"]),
  status: z.enum(callStatuses),
  live: z.boolean(),
  startedAt: z.iso.datetime(),
  durationS: z.number().int(),
  summary: z.string().nullable(),
});
export type TimelineCall = z.infer<typeof timelineCall>;

/** What was written and said with one customer, on every channel, and what became of their conversations. */
export const timelineEntry = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("message"),
    id: z.uuid(),
    channel: z.enum(channels),
    conversationId: z.uuid(),
    message: messageView,
  }),
  z.object({ kind: z.literal("call"), id: z.uuid(), call: timelineCall }),
]);
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const timelinePage = z.object({ items: z.array(timelineEntry), nextCursor: z.string().nullable() });
export type TimelinePage = z.infer<typeof timelinePage>;

/** Somebody who can be on a conversation. */
export interface StaffView {
  id: string;
  name: string;
}

/** What was put off or closed stands only under its own name. */
export const conversationFilters = [
  "open",
  "unread",
  "mine",
  "unassigned",
  "bot",
  "human",
  "snoozed",
  "closed",
] as const;

export const conversationListInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(40),
  filter: z.enum(conversationFilters).default("open"),
  q: z.string().trim().max(200).optional(),
  /** Only those with this tag. */
  tag: z.string().trim().max(40).optional(),
});
export type ConversationListInput = z.input<typeof conversationListInput>;

export const threadInput = z.object({
  conversationId: z.uuid(),
  /** Messages older than this cursor. */
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(60),
});
export type ThreadInput = z.input<typeof threadInput>;

export const writeInput = z.object({
  conversationId: z.uuid(),
  body: z.string().trim().max(1600, "ההודעה ארוכה מדי: עד 1,600 תווים").default(""),
  note: z.boolean().default(false),
  /** Uploaded before; WhatsApp takes one with a message. */
  attachmentIds: z.array(z.uuid()).max(1, "אפשר לצרף קובץ אחד להודעה").default([]),
  replyToId: z.uuid().optional(),
  /** The browser's own name for it: sent twice, it is one message. */
  onceKey: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
});
export type WriteInput = z.input<typeof writeInput>;

export const changeConversationInput = z.object({
  conversationId: z.uuid(),
  mode: z.enum(conversationModes).optional(),
  state: z.enum(conversationStates).optional(),
  snoozedUntil: moment.optional(),
  assigneeId: z.uuid().nullable().optional(),
  tags: tags.optional(),
  read: z.literal(true).optional(),
});
export type ChangeConversationInput = z.input<typeof changeConversationInput>;
