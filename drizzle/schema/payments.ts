import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
    id: id(),
    businessId: businessId(),
    provider: text().$type<PaymentProvider>().notNull(),
    enabled: boolean().notNull().default(true),
    /** Sealed; null = none were given. */
    keys: bytes(),
    /** By which people recognise the keys: the terminal's name, the end of the client's. */
    keysHint: text(),
    /** Another account took its place; what was begun at this one is still asked about here. */
    replacedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    unique("gateway_business_id").on(t.businessId, t.id),
    uniqueIndex("gateway_current").on(t.businessId, t.provider).where(sql`replaced_at is null`),
  ],
);

/** A sum that somebody is asked for, once. Never deleted. */
export const payment = pgTable(
  "payment",
  {
    id: id(),
    businessId: businessId(),
    /** Random; our page for it is {PUBLIC_HOST}/pay/{token}. */
    token: text().notNull().unique(),
    customerId: uuid(),
    /** An order is asked for once. */
    orderId: uuid(),
    /** Who takes it; as long as it is open, whom the payer was last sent to. */
    provider: text().$type<PaymentProvider>().notNull(),
    status: text().$type<PaymentStatus>().notNull().default("open"),
    amountAgorot: integer().notNull(),
    description: text().notNull(),
    /** Who of us is collecting, and until when nobody else does: of two pages that the payer has approved, one is collected from. */
    collectingBy: uuid(),
    collectingUntil: moment(),
    /** The provider's name for the charge that paid it, which is unique at one account. */
    chargeId: text(),
    chargeGatewayId: uuid(),
    paidAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    unique("payment_business_id").on(t.businessId, t.id),
    unique("payment_order").on(t.businessId, t.orderId),
    foreignKey({ columns: [t.businessId, t.customerId], foreignColumns: [customer.businessId, customer.id] }),
    foreignKey({ columns: [t.businessId, t.orderId], foreignColumns: [order.businessId, order.id] }),
  ],
);

/** A page of a provider's that a payer was sent to, or was to be: somebody may have paid there. */
export const paymentPage = pgTable(
  "payment_page",
  {
    id: id(),
    businessId: businessId(),
    paymentId: uuid().notNull(),
    gatewayId: uuid().notNull(),
    /** Null until the provider has made it. */
    url: text(),
    /** The provider's name for it; null where it has none. */
    providerRef: text(),
    /** Until when a payer may be sent there again; null: not at all. */
    goodUntil: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.businessId, t.paymentId], foreignColumns: [payment.businessId, payment.id] }),
    foreignKey({ columns: [t.businessId, t.gatewayId], foreignColumns: [gateway.businessId, gateway.id] }),
    index("payment_page_payment").on(t.businessId, t.paymentId),
  ],
);
