import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  Channel,
  ConversationMode,
  ConversationState,
  HandoverReason,
  MessageCarrier,
  MessageStatus,
} from "#lib/messaging/schemas/channel.ts";
import type {
  AttachmentKind,
  AttachmentReason,
  AttachmentSource,
  AttachmentState,
  MessageContent,
  Reaction,
} from "#lib/messaging/schemas/content.ts";
import { business, createdAt, id, moment } from "./businesses.ts";
import { customer } from "./customers.ts";
import { trigrams } from "./search.ts";

const businessId = () =>
  uuid()
    .notNull()
    .references(() => business.id);

/** All that was written with one customer on one channel, whoever carries it. */
export const conversation = pgTable(
  "conversation",
  {
    id: id(),
    businessId: businessId(),
    channel: text().$type<Channel>().notNull(),
    customerId: uuid().notNull(),
    /** The customer's number on this channel, E.164. */
    address: text().notNull(),
    state: text().$type<ConversationState>().notNull().default("open"),
    snoozedUntil: moment(),
    mode: text().$type<ConversationMode>().notNull().default("bot"),
    /** Why a person answers; null while the agent does. */
    handover: text().$type<HandoverReason>(),
    assigneeId: uuid(),
    tags: text().array().notNull().default(sql`'{}'`),
    /** Messages of the customer that nobody of the staff has looked at. */
    unread: integer().notNull().default(0),
    /** Answers in a row that the agent was not sure of. */
    unsureInARow: integer().notNull().default(0),
    /** The newest message of the customer that was answered, or that needs no answer. */
    answeredUpTo: uuid(),
    /** Of the customer: 24 hours from here they can be written to freely. */
    lastInboundAt: moment(),
    /** Its place in the list: when somebody last wrote, or when it came back after it was put off. */
    lastMessageAt: createdAt(),
    /** How the list shows it. */
    lastText: text().notNull().default(""),
    lastDirection: text().$type<"in" | "out">(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("conversation_business_id").on(t.businessId, t.id),
    unique("conversation_address").on(t.businessId, t.channel, t.address),
    foreignKey({ columns: [t.businessId, t.customerId], foreignColumns: [customer.businessId, customer.id] }),
    index("conversation_customer").on(t.businessId, t.customerId),
    index("conversation_recent")
      .on(t.businessId, t.lastMessageAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`state = 'open'`),
    index("conversation_closed")
      .on(t.businessId, t.lastMessageAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`state = 'closed'`),
    index("conversation_snoozed")
      .on(t.businessId, t.lastMessageAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`state = 'snoozed'`),
    index("conversation_unread")
      .on(t.businessId, t.lastMessageAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`unread > 0 and state = 'open'`),
    index("conversation_assignee")
      .on(t.businessId, t.assigneeId, t.lastMessageAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`assignee_id is not null and state = 'open'`),
    index("conversation_mode")
      .on(t.businessId, t.mode, t.lastMessageAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`state = 'open'`),
    index("conversation_tags").using("gin", t.tags),
  ],
);

/** One message, either way, or a note of the staff. Its id grows with time: it is the order of the thread. */
export const message = pgTable(
  "message",
  {
    id: id(),
    businessId: businessId(),
    conversationId: uuid().notNull(),
    direction: text().$type<"in" | "out">().notNull(),
    /** Who wrote it: the customer, the AI, a person of the staff, the product itself (a confirmation, a reminder). */
    author: text().$type<"customer" | "agent" | "staff" | "system">().notNull(),
    authorId: uuid(),
    body: text().notNull().default(""),
    content: jsonb().$type<MessageContent>().notNull().default({ kind: "text" }),
    carrier: text().$type<MessageCarrier>(),
    /** The carrier's own name for it; null until it was handed over. */
    providerId: text(),
    /** The message that this one answers. */
    replyToId: uuid(),
    reactions: jsonb().$type<Reaction[]>().notNull().default([]),
    /** What was said in a voice note. */
    transcript: text(),
    status: text().$type<MessageStatus>().notNull(),
    /** The carrier's code for what went wrong; lib/messaging/schemas/delivery-errors.ts has the sentence. */
    errorCode: text(),
    /** Marketing is sent after everything that somebody waits for, and never to who has opted out. */
    marketing: boolean().notNull().default(false),
    /** The same thing twice is sent once: a repeated job, a repeated request. */
    onceKey: text(),
    /** Times it was handed to the carrier, and when last: a process may have died while it did. */
    attempts: integer().notNull().default(0),
    sendingSince: moment(),
    createdAt: createdAt(),
    sentAt: moment(),
    deliveredAt: moment(),
    readAt: moment(),
    /** When its writer last put other words in its place; the body has those. */
    editedAt: moment(),
    /** Deleted by its writer: its words are not shown any more. */
    deletedAt: moment(),
    /** Body, transcript and file names, normalised for search. */
    searchText: text().notNull().default(""),
  },
  (t) => [
    unique("message_business_id").on(t.businessId, t.id),
    // Of those alone that have such a name: no other look-up can then be tempted to read a whole business through them.
    uniqueIndex("message_provider").on(t.businessId, t.carrier, t.providerId).where(sql`provider_id is not null`),
    uniqueIndex("message_once").on(t.businessId, t.onceKey).where(sql`once_key is not null`),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
    index("message_thread").on(t.conversationId, t.id.desc().nullsFirst()),
    index("message_outbox").on(t.businessId, t.marketing, t.id).where(sql`status in ('queued', 'sending')`),
    index("message_by_provider").on(t.carrier, t.providerId).where(sql`provider_id is not null`),
    index("message_created").on(t.createdAt),
    index("message_search").using("gin", trigrams("search_text")),
  ],
);

/** A report about a message whose provider's name we do not know yet: it is looked for when the name comes. */
export const earlyStatus = pgTable(
  "early_status",
  {
    businessId: businessId(),
    carrier: text().$type<MessageCarrier>().notNull(),
    providerId: text().notNull(),
    status: text().$type<MessageStatus>().notNull(),
    errorCode: text(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.carrier, t.providerId, t.status] }),
    index("early_status_at").on(t.at),
  ],
);

/** A picture, a voice note, a document: of a message, or uploaded and not yet sent with one. */
export const attachment = pgTable(
  "attachment",
  {
    id: id(),
    businessId: businessId(),
    messageId: uuid(),
    position: integer().notNull().default(0),
    kind: text().$type<AttachmentKind>().notNull(),
    state: text().$type<AttachmentState>().notNull().default("waiting"),
    /** Why it was refused or could not be fetched. */
    reason: text().$type<AttachmentReason>(),
    source: jsonb().$type<AttachmentSource>().notNull(),
    /** As found in its content; before that, as the provider says. */
    contentType: text().notNull(),
    fileName: text().notNull().default(""),
    sizeBytes: integer(),
    /** Where the files port keeps it. */
    fileKey: text(),
    durationMs: integer(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("attachment_business_id").on(t.businessId, t.id),
    foreignKey({ columns: [t.businessId, t.messageId], foreignColumns: [message.businessId, message.id] }),
    index("attachment_message").on(t.businessId, t.messageId),
  ],
);

/** A text that the staff send again and again; its variables are filled in when it is chosen. */
export const cannedReply = pgTable(
  "canned_reply",
  {
    id: id(),
    businessId: businessId(),
    /** What it is found by, after a `/`. */
    title: text().notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [unique("canned_reply_title").on(t.businessId, t.title)],
);
