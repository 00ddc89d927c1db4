/** Messages as other programs get them: less than the pages show, and stable. */
import { z } from "zod";
import { phone } from "../../hebrew/phone.ts";
import { channels, messageStatus } from "./channel.ts";

export const apiMessage = z.object({
  id: z.uuid(),
  direction: z.enum(["in", "out"]),
  channel: z.enum(channels),
  status: messageStatus,
  body: z.string(),
  customerId: z.uuid(),
  sentAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  readAt: z.iso.datetime().nullable(),
});
export type ApiMessage = z.infer<typeof apiMessage>;

export const messageListInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Only those with this number. */
  phone: phone.optional(),
});
export type MessageListInput = z.input<typeof messageListInput>;

export const sendInput = z.object({
  to: phone,
  body: z.string().trim().min(1, "אין מה לשלוח").max(1600, "ההודעה ארוכה מדי: עד 1,600 תווים"),
});
export type SendInput = z.input<typeof sendInput>;
