import { eq } from "drizzle-orm";
import { business } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { ourWhatsapp } from "./our-whatsapp.ts";

/** Who carries the business's WhatsApp, and from which number (E.164); STOPPED while it has none. */
export async function whatsappStatus(ctx: Context) {
  requirePermission(ctx, "messages.read");
  const [row] = await forBusiness(
    ctx,
    (tx) => tx.select({ number: business.whatsappNumber }).from(business).where(eq(business.id, ctx.businessId)),
    "whatsappStatus",
  );
  const number = row?.number ?? ourWhatsapp();
  return { provider: "twilio" as const, state: number === null ? ("STOPPED" as const) : ("WORKING" as const), number };
}
