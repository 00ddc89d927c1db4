/** Addresses: `972…:5@s.whatsapp.net` is device 5 of a phone number, `…@lid` the same person without the number. */
import { createHash } from "node:crypto";

export interface Jid {
  user: string;
  server: string;
  /** 0 is the phone itself. */
  device: number;
}

const JID = /^([^@:_]+)(?:_\d+)?(?::(\d+))?@(.+)$/;

/** Undefined when it is not the address of a user or group. */
export function parseJid(text: string | undefined): Jid | undefined {
  const [, user, device, server] = JID.exec(text ?? "") ?? [];
  return user === undefined || server === undefined ? undefined : { user, server, device: Number(device ?? 0) };
}

export function jid(user: string, server: string, device = 0): string {
  return device === 0 ? `${user}@${server}` : `${user}:${device}@${server}`;
}

/** The LID of a phone number: always the same, and no phone number. */
export function lidOf(phoneDigits: string): string {
  const digest = createHash("sha256").update(`lid ${phoneDigits}`).digest();
  return String(100_000_000_000_000 + (digest.readUIntBE(0, 6) % 99_999_999_999_999));
}
