import { and, eq } from "drizzle-orm";
import { gateway } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import { webhookUrl } from "../calls/stream-url.ts";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { Invalid, ProviderFailed, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { createGateway, type GatewayKeys, TRANZILA_FIELD } from "../providers/payments/index.ts";
import { hintOf, sealKeys } from "./keys.ts";
import { type GatewaysView, type SaveGatewayInput, saveGatewayInput } from "./schemas/gateways.ts";
import { type PaymentProvider, paymentProviders } from "./schemas/states.ts";

const CHECKED_WITHIN_MS = 15_000;

/** How this business can be paid. */
export async function listGateways(ctx: Context): Promise<GatewaysView> {
  requirePermission(ctx, "business.read");
  const rows = await forBusiness(ctx, (tx) => tx.select().from(gateway), "listGateways");
  return {
    paymentsEnabled: env().PAYMENTS_ENABLED,
    gateways: paymentProviders.map((provider) => {
      const row = rows.find((one) => one.provider === provider);
      return { provider, enabled: row?.enabled ?? true, keysHint: row?.keysHint ?? null };
    }),
    paypalWebhook: webhookUrl("/webhook/paypal"),
    tranzilaField: TRANZILA_FIELD,
  };
}

/**
 * Switches a provider on or off, and keeps its keys, sealed, once the provider has said that they are good.
 * Throws Invalid when it does not know them, RuleBroken when it cannot be asked just now: then nothing changes.
 */
export async function saveGateway(ctx: Context, input: SaveGatewayInput): Promise<void> {
  requirePermission(ctx, "business.write");
  const given = saveGatewayInput.parse(input);
  const { provider, enabled } = given;
  const keys = keysIn(given);
  if (keys !== null) await requireGood(keys);

  await forBusiness(ctx, async function saveGateway(tx) {
    const before = await gatewayOf(tx, ctx, provider);
    const kept = keys === null ? {} : { keys: sealKeys(ctx.businessId, keys), keysHint: hintOf(keys) };
    const values = { enabled, ...kept, updatedAt: new Date() };
    await tx
      .insert(gateway)
      .values({ businessId: ctx.businessId, provider, ...values })
      .onConflictDoUpdate({ target: [gateway.businessId, gateway.provider], set: values });
    const shown = { provider, enabled, ...(keys === null ? {} : { keysHint: hintOf(keys) }) };
    await recordAudit(tx, ctx, {
      action: "gateway.save",
      subjectId: ctx.businessId,
      before: before && { provider, enabled: before.enabled, keysHint: before.keysHint },
      after: shown,
    });
    await publish(tx, { type: "business.changed" });
  });
}

/** Null when nothing was ever set up. */
export async function gatewayOf(tx: Tx, ctx: Context, provider: PaymentProvider) {
  const here = and(eq(gateway.businessId, ctx.businessId), eq(gateway.provider, provider));
  const [row] = await tx.select().from(gateway).where(here);
  return row ?? null;
}

function keysIn(given: SaveGatewayInput): GatewayKeys | null {
  if (given.keys === undefined) return null;
  return given.provider === "paypal"
    ? { provider: given.provider, keys: given.keys }
    : { provider: given.provider, keys: given.keys };
}

async function requireGood(keys: GatewayKeys): Promise<void> {
  try {
    if (await createGateway(env(), keys).check(AbortSignal.timeout(CHECKED_WITHIN_MS))) return;
  } catch (error) {
    if (!(error instanceof ProviderFailed)) throw error;
    throw new RuleBroken("לא ניתן לבדוק את המפתחות מול הסולק כרגע. דבר לא נשמר, כדאי לנסות שוב בעוד רגע", {
      cause: error,
    });
  }
  throw new Invalid(
    keys.provider === "paypal"
      ? "המפתחות לא מוכרים ל־PayPal. כדאי לבדוק שהועתקו במלואם"
      : `טרנזילה לא מקבלת את המפתחות של המסוף, או שחסר בו שדה בשם ${TRANZILA_FIELD}`,
  );
}
