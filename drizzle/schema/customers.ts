import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
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
    index("customer_search").using("gin", trigrams("search_text")),
  ],
);
