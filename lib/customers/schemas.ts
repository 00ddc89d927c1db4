import { z } from "zod";

/** Whether somebody may be sent marketing: never asked, agreed, refused ("הסר"). */
export const marketingConsents = ["unknown", "granted", "refused"] as const;
export const marketingConsent = z.enum(marketingConsents);
export type MarketingConsent = z.infer<typeof marketingConsent>;

/** Somebody, as the card beside their conversation shows them. */
export interface CustomerCard {
  id: string;
  name: string | null;
  /** E.164. */
  phone: string | null;
  tags: string[];
  marketing: MarketingConsent;
  createdAt: string;
}
