import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { CarrierPost } from "#lib/jobs/schemas.ts";
import { business, createdAt, id, moment } from "./businesses.ts";

/** What the staff see live; numbered in the order of commit within a business (lib/events/publish.ts). */
export const event = pgTable(
  "event",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    type: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("event_business").on(t.businessId, t.id), index("event_created").on(t.createdAt)],
);

/** Who did what to which row, before and after. Never changed, never deleted. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    id: id(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    action: text().notNull(),
    actorKind: text().notNull(),
    actorId: text(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    requestId: text(),
    createdAt: createdAt(),
  },
  (t) => [
    index("audit_created").on(t.businessId, t.createdAt.desc().nullsFirst()),
    index("audit_subject").on(t.businessId, t.subject, t.subjectId),
  ],
);

/**
 * What a carrier has posted, we have acknowledged and nobody could take, as it came; for 30 days. It belongs to no business, and
 * the app may only add to it.
 */
export const unclaimedPost = pgTable(
  "unclaimed_post",
  {
    /** SHA-256 of all of it: the same twice is one. */
    digest: text().primaryKey(),
    /** Which job could not take it. */
    job: text().notNull(),
    channel: text().notNull(),
    reason: text().notNull(),
    /** In the form in which that job takes it. */
    post: jsonb().$type<CarrierPost>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("unclaimed_post_created").on(t.createdAt)],
);

/** Counters of what may be done only so often; belongs to no business. */
export const rateWindow = pgTable(
  "rate_window",
  { key: text().notNull(), windowStart: moment().notNull(), hits: integer().notNull() },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] })],
);

/** Which process was alive when; belongs to no business. */
export const processHeartbeat = pgTable(
  "process_heartbeat",
  { role: text().notNull(), instance: text().notNull(), seenAt: moment().notNull() },
  (t) => [primaryKey({ columns: [t.role, t.instance] })],
);
