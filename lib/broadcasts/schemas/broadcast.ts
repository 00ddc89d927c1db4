/** Broadcasts as the API and the pages have them, and what may be asked of them. */
import { z } from "zod";
import { templateButton, templateCategories, templateValues } from "../../templates/schemas/template.ts";
import { LONGEST_LIST } from "./numbers.ts";
import { broadcastAudience, broadcastStates, recipientResults, skipReasons, stopReasons } from "./states.ts";

/** Whom a new broadcast is for. */
export const audienceInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tag"), tag: z.string().trim().min(1, "צריך לבחור תגית").max(40) }),
  z.object({
    kind: z.literal("list"),
    text: z.string().min(1, "אין מספרים ברשימה").max(LONGEST_LIST, "הרשימה ארוכה מדי"),
  }),
]);
export type AudienceInput = z.infer<typeof audienceInput>;

export const previewBroadcastInput = z.object({
  templateId: z.uuid("צריך לבחור תבנית"),
  variables: templateValues.default({}),
  audience: audienceInput,
});
export type PreviewBroadcastInput = z.input<typeof previewBroadcastInput>;

export const createBroadcastInput = previewBroadcastInput.extend({
  name: z.string().trim().min(1, "חסר שם לשידור").max(80),
  perMinute: z.coerce.number().int().min(1, "לפחות הודעה אחת בדקה").max(600, "עד 600 הודעות בדקה").default(60),
  /** The browser's own name for it: sent twice, it is one broadcast. */
  onceKey: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
});
export type CreateBroadcastInput = z.input<typeof createBroadcastInput>;

/** Whom it would reach and whom not, before anything is sent. */
export const broadcastPreview = z.object({
  reached: z.number().int(),
  skipped: z.array(z.object({ reason: z.enum(skipReasons), count: z.number().int() })),
  /** Of a list: numbers that came more than once, and lines without a number. */
  duplicates: z.number().int(),
  rejected: z.object({ count: z.number().int(), samples: z.array(z.string()) }),
  /** How it reads to the first of them; null when it reaches nobody. */
  example: z.string().nullable(),
});
export type BroadcastPreview = z.infer<typeof broadcastPreview>;

export const broadcastView = z.object({
  id: z.uuid(),
  name: z.string(),
  templateName: z.string(),
  audience: broadcastAudience,
  state: z.enum(broadcastStates),
  stopReason: z.enum(stopReasons).nullable(),
  perMinute: z.number().int(),
  total: z.number().int(),
  /** Of the total: those whose turn has not come. */
  waiting: z.number().int(),
  createdByName: z.string().nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type BroadcastView = z.infer<typeof broadcastView>;

export const broadcastDetails = broadcastView.extend({
  template: z.object({ body: z.string(), category: z.enum(templateCategories), buttons: z.array(templateButton) }),
  variables: templateValues,
  results: z.array(z.object({ result: z.enum(recipientResults), count: z.number().int() })),
});
export type BroadcastDetails = z.infer<typeof broadcastDetails>;

export const recipientView = z.object({
  id: z.uuid(),
  customerId: z.uuid().nullable(),
  customerName: z.string().nullable(),
  phone: z.string().nullable(),
  result: z.enum(recipientResults),
  /** Why it failed or was skipped, a Hebrew sentence. */
  reason: z.string().nullable(),
  conversationId: z.uuid().nullable(),
  /** When it came so far; null while it waits. */
  at: z.iso.datetime().nullable(),
});
export type RecipientView = z.infer<typeof recipientView>;

export const broadcastListInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type BroadcastListInput = z.input<typeof broadcastListInput>;

export const recipientListInput = z.object({
  broadcastId: z.uuid(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  result: z.enum(recipientResults).optional(),
});
export type RecipientListInput = z.input<typeof recipientListInput>;
