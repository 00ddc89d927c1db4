import { foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { business, createdAt, id, moment } from "./businesses.ts";
import { call } from "./calls.ts";
import { customer } from "./customers.ts";
import { conversation } from "./messaging.ts";

export const task = pgTable(
  "task",
  {
    id: id(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    title: text().notNull(),
    details: text().notNull().default(""),
    /** Who opened it: the AI in a call, a person, or the product itself (a recorded message). */
    source: text().$type<"agent" | "staff" | "system">().notNull(),
    customerId: uuid(),
    callId: uuid(),
    conversationId: uuid(),
    /** The same thing twice makes one task: a repeated job, a repeated webhook. */
    onceKey: text(),
    dueAt: moment(),
    doneAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    archivedAt: moment(),
  },
  (t) => [
    foreignKey({ columns: [t.businessId, t.customerId], foreignColumns: [customer.businessId, customer.id] }),
    foreignKey({ columns: [t.businessId, t.callId], foreignColumns: [call.businessId, call.id] }),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
    unique("task_once").on(t.businessId, t.onceKey),
    index("task_open").on(t.businessId, t.doneAt, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("task_customer").on(t.businessId, t.customerId),
    index("task_call").on(t.businessId, t.callId),
  ],
);
