import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { customer, payment } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { requirePermission } from "../permissions.ts";
import { payPageUrl } from "./pay-page-url.ts";
import { type CreatedPayment, type CreatePaymentInput, createPaymentInput } from "./schemas/payments.ts";
import type { PaymentProvider } from "./schemas/states.ts";
import { whichProvider } from "./which-provider.ts";

/**
 * Asks for a sum: gives a link to send to who is to pay. Throws Forbidden when the business has switched the provider off,
 * NotConfigured when its keys are missing, NotFound for a customer or a business that is not the asker's.
 */
export async function createPayment(ctx: Context, input: CreatePaymentInput): Promise<CreatedPayment> {
  requirePermission(ctx, "payments.write");
  const { businessId, customerId, amount: amountAgorot, description, provider } = createPaymentInput.parse(input);
  if (businessId !== undefined && businessId !== ctx.businessId) throw new NotFound("העסק לא נמצא");

  return forBusiness(ctx, async function createPayment(tx) {
    if (customerId !== undefined) await requireCustomer(tx, customerId);
    const asked = { customerId, amountAgorot, description, provider: await whichProvider(tx, provider) };
    const { id, token } = await insertPayment(tx, ctx, asked);
    const { MOKED_MODE, PAYMENTS_ENABLED } = env();
    const mode = MOKED_MODE === "live" && PAYMENTS_ENABLED ? "live" : "simulation";
    return { paymentId: id, url: payPageUrl(token), provider: asked.provider, mode };
  });
}

interface NewPayment {
  customerId?: string | undefined;
  /** An order is asked for once: again, it is the same payment. */
  orderId?: string;
  amountAgorot: number;
  description: string;
  provider: PaymentProvider;
}

/** Writes a payment down, in the caller's transaction. */
export async function insertPayment(tx: Tx, ctx: Context, asked: NewPayment): Promise<{ id: string; token: string }> {
  // No sign in it that WhatsApp, or we in a text message, would take for a mark.
  const token = randomBytes(16).toString("hex");
  const [made] = await tx
    .insert(payment)
    .values({ businessId: ctx.businessId, token, ...asked })
    .onConflictDoNothing({ target: [payment.businessId, payment.orderId] })
    .returning({ id: payment.id, token: payment.token });
  if (made) {
    const { provider, amountAgorot, description } = asked;
    const after = { provider, amountAgorot, description };
    await recordAudit(tx, ctx, { action: "payment.create", subjectId: made.id, after });
    return made;
  }
  const ofOrder = and(eq(payment.businessId, ctx.businessId), eq(payment.orderId, asked.orderId ?? ""));
  const [there] = await tx.select({ id: payment.id, token: payment.token }).from(payment).where(ofOrder);
  if (!there) throw new Error("a payment that is there already was not found");
  return there;
}

async function requireCustomer(tx: Tx, customerId: string): Promise<void> {
  const here = and(eq(customer.id, customerId), isNull(customer.archivedAt));
  const [known] = await tx.select({ id: customer.id }).from(customer).where(here);
  if (!known) throw new NotFound("הלקוח לא נמצא");
}
