import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { MarketingConsent } from "#lib/customers/schemas.ts";
import { business, createdAt, id, moment } from "./businesses.ts";
import { normalised, trigrams } from "./search.ts";

export const customer = pgTable(
  "customer",
  {
    id: id(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    /** Null until somebody says it. */
    name: text(),
    /** E.164; null for a customer without one. */
    phone: text(),
    notes: text().notNull().default(""),
    tags: text().array().notNull().default(sql`'{}'`),
    /** Whether they may be sent marketing (spam law, 30A): when that was decided, and how. */
    marketing: text().$type<MarketingConsent>().notNull().default("unknown"),
    marketingAt: moment(),
    marketingSource: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    archivedAt: moment(),
    /** Name and number, normalised for search. */
    searchText: text().notNull().generatedAlwaysAs(normalised(`coalesce("name", '') || ' ' || coalesce("phone", '')`)),
  },
  (t) => [
    // Also the target of foreign keys that must stay inside the business.
    unique("customer_business_id").on(t.businessId, t.id),
    unique("customer_phone").on(t.businessId, t.phone),
    index("customer_created").on(t.businessId, t.createdAt),
    index("customer_tags").using("gin", t.tags),
    index("customer_search").using("gin", trigrams("search_text")),
  ],
);

/** Further numbers of a customer, E.164: whoever calls or writes from one is known. */
export const customerNumber = pgTable(
  "customer_number",
  {
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    phone: text().notNull(),
    customerId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.phone] }),
    foreignKey({ columns: [t.businessId, t.customerId], foreignColumns: [customer.businessId, customer.id] }),
    index("customer_number_customer").on(t.businessId, t.customerId),
  ],
);
