/** Twilio's words for messages, and ours. https://www.twilio.com/docs/messaging/api/message-resource */
import { z } from "zod";
import { ProviderFailed } from "../../../errors.ts";
import { MessageRefused, type OutgoingMessage } from "../types.ts";

const WHATSAPP = /^(?:whatsapp:)+/i;
const restError = z.object({
  status: z.number().optional(),
  code: z.union([z.number(), z.string()]).nullish(),
  message: z.string().optional(),
});
/** Too much at once: the same message may be taken a moment later. */
const TOO_MANY = new Set(["20429", "63018", "14107"]);

/** "whatsapp:+972…" for Twilio, with exactly one prefix, however often it was written already. */
export function toAddress(channel: OutgoingMessage["channel"], number: string): string {
  const bare = fromAddress(number);
  return channel === "whatsapp" ? `whatsapp:${bare}` : bare;
}

export function fromAddress(address: string): string {
  return address.replace(WHATSAPP, "");
}

/** What went wrong, as the outbox needs it: MessageRefused for good, ProviderFailed for now. */
export function toSendFailure(error: unknown): Error {
  const { status, code, message = "refused" } = restError.safeParse(error).data ?? {};
  const name = code == null ? "" : String(code);
  if (status === undefined) return new ProviderFailed("whatsapp", true, "cannot be reached", error);
  const later = status === 408 || status === 429 || status >= 500 || TOO_MANY.has(name);
  if (later) return new ProviderFailed("whatsapp", true, `refused for now with ${status} ${name}`, error);
  // A wrong key or account is no matter of this message: it can be sent once that is mended.
  if (status === 401 || status === 403)
    return new ProviderFailed("whatsapp", true, `not let in: ${status} ${name}`, error);
  return new MessageRefused(name || String(status), message, error);
}
