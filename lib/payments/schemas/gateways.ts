import { z } from "zod";
import { paymentProvider } from "./states.ts";

const key = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(300, "הערך ארוך מדי")
    .regex(/^[\x21-\x7e]+$/, "רק אותיות לועזיות, ספרות וסימנים, בלי רווחים");

export const paypalKeys = z.object({
  clientId: key("חסר Client ID"),
  clientSecret: key("חסר Secret"),
  webhookId: key("חסר Webhook ID"),
});
export const tranzilaKeys = z.object({
  terminal: key("חסר שם המסוף").regex(/^[A-Za-z0-9_-]+$/, "שם מסוף הוא אותיות לועזיות וספרות"),
  appKey: key("חסר App key"),
  secret: key("חסר Secret"),
});

const enabled = z.boolean();
/** Without keys those that are there stay. */
export const saveGatewayInput = z.discriminatedUnion("provider", [
  z.object({ provider: z.literal("paypal"), enabled, keys: paypalKeys.optional() }),
  z.object({ provider: z.literal("tranzila"), enabled, keys: tranzilaKeys.optional() }),
]);
export type SaveGatewayInput = z.infer<typeof saveGatewayInput>;

/** The keys themselves are never shown again. */
export const gatewayView = z.object({
  provider: paymentProvider,
  enabled: z.boolean(),
  /** By which people recognise the keys; null: none were given. */
  keysHint: z.string().nullable(),
});
export const gatewaysView = z.object({
  /** Whether payments are on at all, for every business (PAYMENTS_ENABLED). */
  paymentsEnabled: z.boolean(),
  gateways: z.array(gatewayView),
  /** To be copied into PayPal's dashboard. */
  paypalWebhook: z.url(),
  /** The terminal needs a field of this name. */
  tranzilaField: z.string(),
});
export type GatewaysView = z.infer<typeof gatewaysView>;
