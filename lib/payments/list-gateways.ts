import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { TRANZILA_FIELD } from "../providers/payments/index.ts";
import { currentGateways } from "./gateway-rows.ts";
import type { GatewaysView } from "./schemas/gateways.ts";
import { paymentProviders } from "./schemas/states.ts";

/** How this business can be paid. */
export async function listGateways(ctx: Context): Promise<GatewaysView> {
  requirePermission(ctx, "business.read");
  const rows = await forBusiness(ctx, currentGateways, "listGateways");
  const { PAYMENTS_ENABLED: paymentsEnabled, publicUrl } = env();
  return {
    paymentsEnabled,
    gateways: paymentProviders.map((provider) => {
      const row = rows.find((one) => one.provider === provider);
      return { provider, enabled: row?.enabled ?? true, keysHint: row?.keysHint ?? null };
    }),
    paypalWebhook: new URL("/webhook/paypal", publicUrl).toString(),
    tranzilaField: TRANZILA_FIELD,
  };
}
