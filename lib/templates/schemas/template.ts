/** Texts that WhatsApp has approved, as the API and the pages have them. */
import { z } from "zod";

export const templateCategories = ["utility", "marketing", "authentication"] as const;
export type TemplateCategory = (typeof templateCategories)[number];

export const templateApprovals = ["approved", "pending", "rejected", "paused", "disabled", "unsubmitted"] as const;
export type TemplateApproval = (typeof templateApprovals)[number];

/** Something that is filled in: {{1}}. The sample is what WhatsApp was shown. */
export const templateVariable = z.object({ name: z.string(), sample: z.string() });
export type TemplateVariable = z.infer<typeof templateVariable>;

export const templateButton = z.object({ title: z.string(), url: z.string().nullable() });
export type TemplateButton = z.infer<typeof templateButton>;

/** What is filled in, by the variable's name. */
export const templateValues = z.record(z.string().max(60), z.string().max(400));
export type TemplateValues = z.infer<typeof templateValues>;

export const templateView = z.object({
  id: z.uuid(),
  name: z.string(),
  language: z.string(),
  category: z.enum(templateCategories),
  approval: z.enum(templateApprovals),
  rejectionReason: z.string(),
  body: z.string(),
  variables: z.array(templateVariable),
  buttons: z.array(templateButton),
});
export type TemplateView = z.infer<typeof templateView>;

export const templateList = z.object({
  /** Whether who carries this business's WhatsApp has templates at all. */
  carried: z.boolean(),
  items: z.array(templateView),
});
export type TemplateList = z.infer<typeof templateList>;

export const sendTemplateInput = z.object({
  conversationId: z.uuid(),
  templateId: z.uuid(),
  variables: templateValues.default({}),
  /** The browser's own name for it: sent twice, it is one message. */
  onceKey: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
});
export type SendTemplateInput = z.input<typeof sendTemplateInput>;
