import { z } from "zod";

/** Whether somebody may be sent marketing: never asked, agreed, refused ("הסר"). */
export const marketingConsents = ["unknown", "granted", "refused"] as const;
export const marketingConsent = z.enum(marketingConsents);
export type MarketingConsent = z.infer<typeof marketingConsent>;
