import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { SessionReason, SessionState } from "#lib/whatsapp/schemas.ts";
import { business, bytes, createdAt, id, moment } from "./businesses.ts";

const businessId = () =>
  uuid()
    .notNull()
    .references(() => business.id);

/** The phone that a business has paired: what is wanted of its session, who holds it, and how it is. */
export const whatsappSession = pgTable("whatsapp_session", {
  businessId: businessId().primaryKey(),
  /** Whether it is to be connected. */
  wanted: boolean().notNull().default(false),
  /** Grows with every wish of a person, so that whoever holds the session begins anew. */
  wish: integer().notNull().default(0),
  /** The phone is to be told that this device is gone, and its keys forgotten. */
  forget: boolean().notNull().default(false),
  /** A pairing by code instead of a picture: the phone's number, E.164. */
  pairPhone: text(),
  state: text().$type<SessionState>().notNull().default("STOPPED"),
  reason: text().$type<SessionReason>(),
  /** WhatsApp's own code of the last end. */
  closeCode: integer(),
  /** The paired phone's number, E.164. */
  number: text(),
  /** What the phone is shown to pair, while it is good. */
  qr: text(),
  pairingCode: text(),
  /** This device's credentials, sealed. */
  creds: bytes(),
  /** The process that holds the session; its writes count only while the epoch is its own. */
  owner: uuid(),
  epoch: integer().notNull().default(0),
  heldUntil: moment(),
  changedAt: createdAt(),
});

/** The keys of a paired device's conversations, sealed, by WhatsApp's own names for them. */
export const whatsappKey = pgTable(
  "whatsapp_key",
  {
    businessId: businessId(),
    type: text().notNull(),
    name: text().notNull(),
    value: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.type, t.name] })],
);

/** A message that was decrypted and not yet received: kept with the key that opened it, sealed. */
export const whatsappArrival = pgTable(
  "whatsapp_arrival",
  {
    id: id(),
    businessId: businessId(),
    providerId: text().notNull(),
    value: bytes().notNull(),
    createdAt: createdAt(),
    /** When it was last tried to receive it; whose turn was longest ago is next. */
    triedAt: moment(),
    /** How often it could not be received, for whatever reason but a number that is not known yet. */
    failures: integer().notNull().default(0),
    /** When the staff were told that it waits. */
    toldAt: moment(),
  },
  (t) => [unique("whatsapp_arrival_once").on(t.businessId, t.providerId)],
);

/** What was sent, sealed, as the other side may ask for it once more. */
export const whatsappSent = pgTable(
  "whatsapp_sent",
  {
    businessId: businessId(),
    providerId: text().notNull(),
    value: bytes().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.providerId] }), index("whatsapp_sent_created").on(t.createdAt)],
);
