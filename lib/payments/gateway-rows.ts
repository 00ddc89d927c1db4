import { and, eq, isNull } from "drizzle-orm";
import { gateway } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { GatewayKeys } from "../providers/payments/index.ts";
import { openKeys } from "./keys.ts";
import type { PaymentProvider } from "./schemas/states.ts";

export type GatewayRow = typeof gateway.$inferSelect;
export type ReadyGateway = GatewayRow & { keys: Uint8Array };

/** Those that new payments go through. */
export function currentGateways(tx: Tx): Promise<GatewayRow[]> {
  return tx.select().from(gateway).where(isNull(gateway.replacedAt));
}

/** Those that customers can be sent to. */
export async function readyGateways(tx: Tx): Promise<ReadyGateway[]> {
  return (await currentGateways(tx)).filter(isReady);
}

/** Locked; null when nothing was ever set up. */
export async function lockGateway(tx: Tx, ctx: Context, provider: PaymentProvider): Promise<GatewayRow | null> {
  const one = and(eq(gateway.businessId, ctx.businessId), eq(gateway.provider, provider), isNull(gateway.replacedAt));
  const [row] = await tx.select().from(gateway).where(one).for("update");
  return row ?? null;
}

/** Whether customers can be sent there. */
export function isReady(row: GatewayRow): row is ReadyGateway {
  return row.enabled && row.keys !== null;
}

export function keysOf({ businessId, provider, keys }: ReadyGateway): GatewayKeys {
  return openKeys(businessId, provider, keys);
}
