/** A paired phone: its states, why it stopped, and what may be asked of it. */
import { z } from "zod";
import { phone } from "../hebrew/phone.ts";

/** Who carries a business's WhatsApp: Twilio, or a phone of its own that was paired. */
export const whatsappProviders = ["twilio", "baileys"] as const;
export type WhatsappProvider = (typeof whatsappProviders)[number];

/** As people know them from other gateways. */
export const sessionStates = ["STOPPED", "STARTING", "SCAN_QR_CODE", "WORKING", "FAILED"] as const;
export type SessionState = (typeof sessionStates)[number];

/** Why it is not connected, in our own words. */
export const sessionReasons = [
  "logged_out",
  "not_scanned",
  "replaced",
  "forbidden",
  "pair_again",
  "outdated",
  "unreachable",
  "not_installed",
] as const;
export type SessionReason = (typeof sessionReasons)[number];

export const whatsappView = z.object({
  provider: z.enum(whatsappProviders),
  state: z.enum(sessionStates),
  reason: z.enum(sessionReasons).nullable(),
  /** E.164; null while there is none. */
  number: z.string().nullable(),
  /** What the phone's camera reads; null when there is nothing to scan, or for who may not. */
  qr: z.string().nullable(),
  pairingCode: z.string().nullable(),
});
export type WhatsappView = z.infer<typeof whatsappView>;

export const chooseProviderInput = z.object({ provider: z.enum(whatsappProviders) });
export type ChooseProviderInput = z.infer<typeof chooseProviderInput>;

export const connectInput = z.object({
  /** The phone's number: it is paired by a code that is typed into it. Without one, by a picture. */
  phone: phone.optional(),
  /** Forgets the pairing there was. */
  afresh: z.boolean().default(false),
});
export type ConnectInput = z.input<typeof connectInput>;
