import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type {
  BroadcastAudience,
  BroadcastState,
  RecipientState,
  SkipReason,
  StopReason,
} from "#lib/broadcasts/schemas/states.ts";
import type { TemplateValues } from "#lib/templates/schemas/template.ts";
import { business, createdAt, id, moment } from "./businesses.ts";
import { customer } from "./customers.ts";
import { message } from "./messaging.ts";
import { messageTemplate } from "./templates.ts";

const businessId = () =>
  uuid()
    .notNull()
    .references(() => business.id);

/** One template to many customers, a few at a time. */
export const broadcast = pgTable(
  "broadcast",
  {
    id: id(),
    businessId: businessId(),
    name: text().notNull(),
    templateId: uuid().notNull(),
    /** What is filled in, with {{name}} for each customer's own. */
    variables: jsonb().$type<TemplateValues>().notNull(),
    audience: jsonb().$type<BroadcastAudience>().notNull(),
    state: text().$type<BroadcastState>().notNull().default("running"),
    stopReason: text().$type<StopReason>(),
    perMinute: integer().notNull(),
    total: integer().notNull(),
    /** Not before this are the next ones queued: a job that runs twice does not hurry it. */
    nextAt: createdAt(),
    createdById: uuid(),
    /** The same form sent twice is one broadcast. */
    onceKey: text(),
    createdAt: createdAt(),
    endedAt: moment(),
  },
  (t) => [
    unique("broadcast_business_id").on(t.businessId, t.id),
    unique("broadcast_once").on(t.businessId, t.onceKey),
    foreignKey({
      columns: [t.businessId, t.templateId],
      foreignColumns: [messageTemplate.businessId, messageTemplate.id],
    }),
    index("broadcast_created").on(t.businessId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
  ],
);

/** Somebody of a broadcast's audience, once. How far the message came is asked of the message. */
export const broadcastRecipient = pgTable(
  "broadcast_recipient",
  {
    id: id(),
    businessId: businessId(),
    broadcastId: uuid().notNull(),
    /** E.164; null for a customer without one, who is skipped. */
    phone: text(),
    /** Null for a number that was no customer's; whoever is written to becomes one. */
    customerId: uuid(),
    state: text().$type<RecipientState>().notNull().default("waiting"),
    skipReason: text().$type<SkipReason>(),
    messageId: uuid(),
  },
  (t) => [
    unique("broadcast_recipient_phone").on(t.broadcastId, t.phone),
    unique("broadcast_recipient_customer").on(t.broadcastId, t.customerId),
    foreignKey({ columns: [t.businessId, t.broadcastId], foreignColumns: [broadcast.businessId, broadcast.id] }),
    foreignKey({ columns: [t.businessId, t.customerId], foreignColumns: [customer.businessId, customer.id] }),
    foreignKey({ columns: [t.businessId, t.messageId], foreignColumns: [message.businessId, message.id] }),
    index("broadcast_recipient_order").on(t.broadcastId, t.id),
    index("broadcast_recipient_waiting").on(t.broadcastId, t.id).where(sql`state = 'waiting'`),
  ],
);
