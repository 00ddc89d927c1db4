import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { PaymentProvider, PaymentStatus } from "#lib/payments/schemas/states.ts";
import { business, bytes, createdAt, id, moment } from "./businesses.ts";
import { customer } from "./customers.ts";
import { order } from "./ordering.ts";

const businessId = () =>
  uuid()
    .notNull()
    .references(() => business.id);

/** What a business has with one that takes payments for it. No row: nothing was set up, and nothing switched off. */
export const gateway = pgTable(
  "gateway",
  {
    businessId: businessId(),
    provider: text().$type<PaymentProvider>().notNull(),
    enabled: boolean().notNull().default(true),
    /** Sealed; null = none were given. */
    keys: bytes(),
    /** By which people recognise the keys: the terminal's name, the end of the client's. */
    keysHint: text(),
    updatedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.provider] })],
);

/** A sum that somebody is asked for, once. Never deleted. */
export const payment = pgTable(
  "payment",
  {
    id: id(),
    businessId: businessId(),
    /** Random; its page is {PUBLIC_HOST}/pay/{token}. */
    token: text().notNull().unique(),
    customerId: uuid(),
    orderId: uuid(),
    provider: text().$type<PaymentProvider>().notNull(),
    status: text().$type<PaymentStatus>().notNull().default("open"),
    amountAgorot: integer().notNull(),
    description: text().notNull(),
    /** The provider's page that the payer was last sent to, its name there, and until when it can be used again. */
    link: text(),
    providerRef: text(),
    linkGoodUntil: moment(),
    /** The provider's name for the charge that paid it: unique at one terminal, which a business may change. */
    chargeId: text(),
    paidAt: moment(),
    /** The same thing twice is one payment. */
    onceKey: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    unique("payment_business_id").on(t.businessId, t.id),
    unique("payment_once").on(t.businessId, t.onceKey),
    foreignKey({ columns: [t.businessId, t.customerId], foreignColumns: [customer.businessId, customer.id] }),
    foreignKey({ columns: [t.businessId, t.orderId], foreignColumns: [order.businessId, order.id] }),
    index("payment_order").on(t.businessId, t.orderId),
    index("payment_customer").on(t.businessId, t.customerId, t.createdAt.desc().nullsFirst()),
  ],
);
