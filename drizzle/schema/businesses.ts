import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { WhatsappProvider } from "#lib/whatsapp/schemas.ts";

export const id = () => uuid().primaryKey().default(sql`uuidv7()`);
/** To the millisecond, as JavaScript has it: a cursor made of a Date must find its row again. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });
export const createdAt = () => moment().notNull().defaultNow();
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Opening hours as kept: for each weekday (0 = Sunday) the open spans, "HH:MM" local time; no span = closed. */
export type OpeningHours = Record<"0" | "1" | "2" | "3" | "4" | "5" | "6", { from: string; to: string }[]>;

export const business = pgTable("business", {
  id: id(),
  name: text().notNull(),
  /** What the business does, in Hebrew words ("תיווך נדל״ן"). */
  field: text().notNull(),
  address: text().notNull().default(""),
  /** Where calls are transferred to, E.164; null = nobody to transfer to. */
  transferPhone: text(),
  whatsappNumber: text().unique(),
  /** Who carries its WhatsApp; null = whoever the platform chose (WHATSAPP_PROVIDER). */
  whatsappProvider: text().$type<WhatsappProvider>(),
  tone: text().notNull(),
  instructions: text().notNull().default(""),
  openingHours: jsonb().$type<OpeningHours>().notNull(),
  greeting: text().notNull(),
  /** The voice by its vendor's name; null = the best Hebrew one. */
  voice: text(),
  enableCallsStream: boolean().notNull().default(true),
  enableRecordingFallback: boolean().notNull().default(true),
  /** Silence of the caller that ends a turn: of one whose words look finished, and of one that does not, ms. */
  turnSilenceMs: integer().notNull().default(500),
  openTurnSilenceMs: integer().notNull().default(1400),
  /** Whether the agent answers written messages. */
  enableMessageAgent: boolean().notNull().default(true),
  /** How long the agent waits for more of a burst of short messages, ms. */
  replyDelayMs: integer().notNull().default(1500),
  /** What a delivery costs, with VAT; null = customers pick up themselves. */
  deliveryAgorot: integer(),
  /** More calls than this talk to the agent over a stream at once? The next ones are asked turn by turn. */
  maxLiveCalls: integer().notNull().default(20),
  createdAt: createdAt(),
  updatedAt: createdAt(),
});

/** The numbers that callers dial. */
export const phoneNumber = pgTable(
  "phone_number",
  {
    id: id(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    e164: text().notNull().unique(),
    label: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [index("phone_number_business").on(t.businessId)],
);

/** Sentences rendered ahead (the greeting, the fixed phrases), by what was said in which voice. */
export const voiceClip = pgTable(
  "voice_clip",
  {
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    /** sha256 of voice and text. */
    key: text().notNull(),
    text: text().notNull(),
    mulaw: bytes().notNull(),
    durationMs: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.key] })],
);

/** A sentence as MP3 that the phone network fetches by an unguessable name: the agent's voice outside the stream. */
export const voiceFile = pgTable(
  "voice_file",
  {
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    /** sha256 of voice and text. */
    key: text().notNull(),
    /** Random; its address is {PUBLIC_HOST}/static/voice/{name}.mp3. */
    name: text().notNull().unique(),
    text: text().notNull(),
    mp3: bytes().notNull(),
    durationMs: integer().notNull(),
    /** When it was last given out: what nobody asked for in a long time is removed. */
    usedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.key] }), index("voice_file_used").on(t.usedAt)],
);

/** How the voice says a word that it would say wrongly: nikud is allowed. */
export const pronunciation = pgTable(
  "pronunciation",
  {
    id: id(),
    businessId: uuid()
      .notNull()
      .references(() => business.id),
    written: text().notNull(),
    spoken: text().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [unique("pronunciation_written").on(t.businessId, t.written)],
);
