import { businessByNumber, businessByWhatsapp } from "../db/system.ts";
import { ourWhatsapp } from "./our-whatsapp.ts";
import type { Channel } from "./schemas/channel.ts";

/** Whose number on this channel is this (E.164)? */
export function businessAt(channel: Channel, number: string): Promise<string | null> {
  return channel === "sms" ? businessByNumber(number) : businessByWhatsapp(number, ourWhatsapp());
}
