/** With whom a message was exchanged. The digits of a LID are no phone number, whatever they look like. */
import type { WAMessageKey } from "@whiskeysockets/baileys";
import { toE164 } from "#lib/hebrew/phone.ts";
import type { Baileys, ClientSocket } from "./client.ts";

export type Person =
  | { kind: "person"; phone: string }
  /** Somebody whose number WhatsApp has not told yet. */
  | { kind: "unknown" }
  /** A group, a broadcast, a channel, ourselves. */
  | { kind: "nobody" };

/** The phone number (E.164) of whoever this message was exchanged with. */
export async function personOf(
  { isLidUser, isPnUser }: Baileys,
  { signalRepository, authState }: Pick<ClientSocket, "signalRepository" | "authState">,
  { remoteJid, remoteJidAlt }: WAMessageKey,
): Promise<Person> {
  const jid = remoteJid ?? undefined;
  const ours = ownNumber(authState);
  const known = (phone: string | null): Person =>
    phone === ours ? { kind: "nobody" } : phone === null ? { kind: "unknown" } : { kind: "person", phone };
  if (isPnUser(jid)) return known(phoneOf(jid));
  if (!isLidUser(jid) || jid === undefined) return { kind: "nobody" };
  // Of a message that we wrote ourselves on the phone, the other name may be our own.
  const alternative = isPnUser(remoteJidAlt) ? phoneOf(remoteJidAlt) : null;
  if (alternative !== null && alternative !== ours) return known(alternative);
  return known(phoneOf((await signalRepository.lidMapping.getPNForLID(jid)) ?? undefined));
}

/** "972501234567:12@s.whatsapp.net" as E.164; null for what is none. */
export function phoneOf(jid: string | undefined): string | null {
  const digits = /^(\d{5,15})(?:[_:]\d+)?@(?:s\.whatsapp\.net|c\.us)$/.exec(jid ?? "")?.[1];
  return digits === undefined ? null : toE164(`+${digits}`);
}

export function jidOf(phone: string): string {
  return `${phone.slice(1)}@s.whatsapp.net`;
}

/** The paired phone's own number (E.164); null before the pairing. */
export function ownNumber({ creds }: Pick<ClientSocket["authState"], "creds">): string | null {
  return phoneOf(creds.me?.id);
}
