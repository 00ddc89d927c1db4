import { z } from "zod";
import { isSeen } from "../hebrew/bidi.ts";
import { phone } from "../hebrew/phone.ts";

/** Whether somebody may be sent marketing: never asked, agreed, refused ("הסר"). */
export const marketingConsents = ["unknown", "granted", "refused"] as const;
export const marketingConsent = z.enum(marketingConsents);
export type MarketingConsent = z.infer<typeof marketingConsent>;

/** Somebody, as the card beside their conversation shows them. */
export const customerCard = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  /** E.164. */
  phone: z.string().nullable(),
  /** Further numbers, E.164: whoever calls or writes from one of them is this customer. */
  phones: z.array(z.string()),
  tags: z.array(z.string()),
  notes: z.string(),
  marketing: marketingConsent,
  /** When and by whom that was written down; null while it was never asked. */
  consent: z
    .object({
      at: z.iso.datetime(),
      /** The customer themselves, in a message; or somebody of the staff. */
      by: z.enum(["customer", "staff"]),
      staffName: z.string().nullable(),
    })
    .nullable(),
  createdAt: z.iso.datetime(),
});
export type CustomerCard = z.infer<typeof customerCard>;

const tag = z.string().trim().min(1, "תגית ריקה").max(40, "תגית ארוכה מדי: עד 40 תווים");

/** Words that a customer or a conversation is marked with; each once. */
export const tags = z
  .array(tag)
  .max(20, "אפשר לשמור עד 20 תגיות")
  .transform((all) => [...new Set(all)]);

export const updateCustomerInput = z.object({
  customerId: z.uuid(),
  name: z.string().trim().refine(isSeen, "חסר שם").max(120, "השם ארוך מדי: עד 120 תווים").optional(),
  tags: tags.optional(),
  notes: z.string().trim().max(5000, "ההערות ארוכות מדי: עד 5,000 תווים").optional(),
  marketing: marketingConsent.optional(),
});
export type UpdateCustomerInput = z.input<typeof updateCustomerInput>;

export const addNumberInput = z.object({ customerId: z.uuid(), phone });
export type AddNumberInput = z.input<typeof addNumberInput>;
