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
  uuid,
} from "drizzle-orm/pg-core";

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
  tone: text().notNull(),
  instructions: text().notNull().default(""),
  openingHours: jsonb().$type<OpeningHours>().notNull(),
  greeting: text().notNull(),
  /** The voice by its vendor's name; null = the best Hebrew one. */
  voice: text(),
  enableCallsStream: boolean().notNull().default(true),
  enableRecordingFallback: boolean().notNull().default(true),
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
