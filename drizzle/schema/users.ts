import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Role } from "#lib/permissions.ts";
import { business, createdAt, id, moment } from "./businesses.ts";

/** A person who logs in. Not a tenant's row: one person may work in several businesses. */
export const user = pgTable("user", {
  id: id(),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** argon2id, PHC string. */
  passwordHash: text().notNull(),
  platformAdmin: boolean().notNull().default(false),
  createdAt: createdAt(),
});

export const membership = pgTable(
  "membership",
  {
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    userId: uuid()
      .notNull()
      .references(() => user.id),
    role: text().$type<Role>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.userId] }), index("membership_user").on(t.userId)],
);

/** A login. The cookie carries its id; every request looks it up, so that it can be revoked. */
export const session = pgTable(
  "session",
  {
    id: id(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    userId: uuid()
      .notNull()
      .references(() => user.id),
    userAgent: text().notNull().default(""),
    address: text().notNull().default(""),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [index("session_user").on(t.userId)],
);

/** A one-time link for a forgotten password; only the hash of what was mailed is kept. */
export const passwordReset = pgTable("password_reset", {
  tokenHash: text().primaryKey(),
  userId: uuid()
    .notNull()
    .references(() => user.id),
  createdAt: createdAt(),
  expiresAt: moment().notNull(),
  usedAt: moment(),
});
