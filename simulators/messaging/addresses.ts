/** How Twilio writes who a message is from or for: +972… by SMS, whatsapp:+972… by WhatsApp. */

export type Channel = "sms" | "whatsapp";

export interface Address {
  channel: Channel;
  /** E.164. */
  number: string;
}

const ADDRESS = /^(whatsapp:)?(\+[1-9]\d{6,14})$/;

/** Null for anything else, a doubled prefix included. */
export function parseAddress(text: string): Address | null {
  const [, prefix, number] = ADDRESS.exec(text) ?? [];
  return number ? { channel: prefix ? "whatsapp" : "sms", number } : null;
}

export function writeAddress({ channel, number }: Address): string {
  return channel === "whatsapp" ? `whatsapp:${number}` : number;
}
