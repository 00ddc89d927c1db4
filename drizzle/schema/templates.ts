import { jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type {
  TemplateApproval,
  TemplateButton,
  TemplateCategory,
  TemplateVariable,
} from "#lib/templates/schemas/template.ts";
import { business, createdAt, id, moment } from "./businesses.ts";

/** A text that WhatsApp has approved, or not: a copy of what the carrier has. Never deleted: messages were made of it. */
export const messageTemplate = pgTable(
  "message_template",
  {
    id: id(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    /** The carrier's own name for it; Twilio's ContentSid. */
    providerId: text().notNull(),
    name: text().notNull(),
    language: text().notNull(),
    category: text().$type<TemplateCategory>().notNull(),
    approval: text().$type<TemplateApproval>().notNull(),
    rejectionReason: text().notNull().default(""),
    /** With {{1}} where something is filled in. */
    body: text().notNull(),
    variables: jsonb().$type<TemplateVariable[]>().notNull(),
    buttons: jsonb().$type<TemplateButton[]>().notNull(),
    createdAt: createdAt(),
    /** Since then the carrier does not have it any more. */
    goneAt: moment(),
  },
  (t) => [
    unique("message_template_business_id").on(t.businessId, t.id),
    unique("message_template_provider").on(t.businessId, t.providerId),
  ],
);
