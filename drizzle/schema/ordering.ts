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
  uuid,
} from "drizzle-orm/pg-core";
import type {
  CartItem,
  CartState,
  Delivery,
  OrderStatus,
  PendingItem,
  ProductOption,
  ShownOrder,
} from "#lib/ordering/schemas/states.ts";
import { business, createdAt, id, moment } from "./businesses.ts";
import { customer } from "./customers.ts";
import { attachment, conversation } from "./messaging.ts";
import { normalised, trigrams } from "./search.ts";

const businessId = () =>
  uuid()
    .notNull()
    .references(() => business.id);

/** Something that a business sells by message. */
export const product = pgTable(
  "product",
  {
    id: id(),
    businessId: businessId(),
    /** What customers type to order it: 1, 2, 3 … in the order of the menu. Never given to another product. */
    number: integer().notNull(),
    name: text().notNull(),
    description: text().notNull().default(""),
    category: text().notNull().default(""),
    /** With VAT. */
    priceAgorot: integer().notNull(),
    /** Null = as many as anybody wants. */
    stock: integer(),
    options: jsonb().$type<ProductOption[]>().notNull().default([]),
    imageId: uuid(),
    /** Shown to customers. */
    available: boolean().notNull().default(true),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    archivedAt: moment(),
    searchText: text().notNull().generatedAlwaysAs(normalised(`"name" || ' ' || "description" || ' ' || "category"`)),
  },
  (t) => [
    unique("product_business_id").on(t.businessId, t.id),
    unique("product_number").on(t.businessId, t.number),
    foreignKey({ columns: [t.businessId, t.imageId], foreignColumns: [attachment.businessId, attachment.id] }),
    index("product_created").on(t.businessId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("product_search").using("gin", trigrams("search_text")),
  ],
);

/** What a customer has chosen so far, in one conversation. */
export const cart = pgTable(
  "cart",
  {
    businessId: businessId(),
    conversationId: uuid().primaryKey(),
    state: text().$type<CartState>().notNull().default("browsing"),
    items: jsonb().$type<CartItem[]>().notNull().default([]),
    /** In which the customer wrote last. */
    language: text().$type<"he" | "en">().notNull().default("he"),
    /** What is being added and still lacks one of its product's options. */
    pending: jsonb().$type<PendingItem>(),
    /** Stays for the next order. */
    address: text(),
    notes: text().notNull().default(""),
    /** What the customer was last shown to confirm: a "yes" counts for just that. */
    shown: jsonb().$type<ShownOrder>(),
    /** The products as they were last listed, by id; empty: the main menu was. */
    menu: jsonb().$type<string[]>().notNull().default([]),
    touchedAt: createdAt(),
  },
  (t) => [
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);

/** What was ordered, at the prices of that moment. Never deleted. */
export const order = pgTable(
  "order",
  {
    id: id(),
    businessId: businessId(),
    /** Counts from 1001 within the business, without gaps. */
    number: integer().notNull(),
    customerId: uuid().notNull(),
    conversationId: uuid(),
    status: text().$type<OrderStatus>().notNull().default("new"),
    totalAgorot: integer().notNull(),
    vatAgorot: integer().notNull(),
    delivery: jsonb().$type<Delivery>().notNull(),
    notes: text().notNull().default(""),
    /** The same confirmation twice is one order. */
    onceKey: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    archivedAt: moment(),
  },
  (t) => [
    unique("order_business_id").on(t.businessId, t.id),
    unique("order_number").on(t.businessId, t.number),
    unique("order_once").on(t.businessId, t.onceKey),
    foreignKey({ columns: [t.businessId, t.customerId], foreignColumns: [customer.businessId, customer.id] }),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
    index("order_created").on(t.businessId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("order_status").on(t.businessId, t.status, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("order_customer").on(t.businessId, t.customerId, t.createdAt.desc().nullsFirst()),
  ],
);

export const orderItem = pgTable(
  "order_item",
  {
    businessId: businessId(),
    orderId: uuid().notNull(),
    position: integer().notNull(),
    productId: uuid().notNull(),
    /** As it was called and what it cost then. */
    name: text().notNull(),
    options: jsonb().$type<Record<string, string>>().notNull().default({}),
    quantity: integer().notNull(),
    priceAgorot: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.position] }),
    foreignKey({ columns: [t.businessId, t.orderId], foreignColumns: [order.businessId, order.id] }),
    foreignKey({ columns: [t.businessId, t.productId], foreignColumns: [product.businessId, product.id] }),
  ],
);

/** Numbers that are given out one after the other without a gap. */
export const counter = pgTable(
  "counter",
  {
    businessId: businessId(),
    name: text().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.name] })],
);
