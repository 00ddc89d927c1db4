import { eq } from "drizzle-orm";
import { business, gateway } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { Invalid, ProviderFailed, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { createGateway, type GatewayKeys, TRANZILA_FIELD } from "../providers/payments/index.ts";
import { type GatewayRow, lockGateway } from "./gateway-rows.ts";
import { accountOf, hintOf, openKeys, sealKeys, UnreadableKeys } from "./keys.ts";
import { type SaveGatewayInput, saveGatewayInput } from "./schemas/gateways.ts";

const CHECKED_WITHIN_MS = 15_000;

/**
 * Switches a provider on or off, and keeps its keys, sealed, once the provider has said that they are good. Throws Invalid
 * when it does not know them, RuleBroken when it cannot be asked just now: then nothing changes.
 */
export async function saveGateway(ctx: Context, input: SaveGatewayInput): Promise<void> {
  requirePermission(ctx, "business.write");
  const given = saveGatewayInput.parse(input);
  const { provider, enabled } = given;
  const keys = keysIn(given);
  if (keys !== null) await requireGood(keys);

  await forBusiness(ctx, async function saveGateway(tx) {
    // Where there is no row yet, there is none to lock.
    await tx.select({ id: business.id }).from(business).for("update");
    const before = await lockGateway(tx, ctx, provider);
    const kept = keys === null ? {} : { keys: sealKeys(ctx.businessId, keys), keysHint: hintOf(keys) };
    const values = { enabled, ...kept, updatedAt: new Date() };
    if (before && (keys === null || isSameAccount(before, keys)))
      await tx.update(gateway).set(values).where(eq(gateway.id, before.id));
    else {
      // What was begun at the account that was there before is still asked about there.
      if (before) await tx.update(gateway).set({ replacedAt: new Date() }).where(eq(gateway.id, before.id));
      await tx.insert(gateway).values({ businessId: ctx.businessId, provider, ...values });
    }
    await recordAudit(tx, ctx, {
      action: "gateway.save",
      subjectId: ctx.businessId,
      before: before && { provider, enabled: before.enabled, keysHint: before.keysHint },
      after: { provider, enabled, keysHint: kept.keysHint ?? before?.keysHint ?? null },
    });
    await publish(tx, { type: "business.changed" });
  });
}

/** What cannot be read any more is not known to be the same. */
function isSameAccount({ businessId, provider, keys: before }: GatewayRow, keys: GatewayKeys): boolean {
  if (before === null) return true;
  try {
    return accountOf(openKeys(businessId, provider, before)) === accountOf(keys);
  } catch (error) {
    if (error instanceof UnreadableKeys) return false;
    throw error;
  }
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
      ? "PayPal לא מכיר את המפתחות, או את ה־Webhook ID. כדאי לבדוק שהועתקו במלואם"
      : `טרנזילה לא מקבלת את המפתחות של המסוף, או שחסר בו שדה בשם ${TRANZILA_FIELD}`,
  );
}
