import { eq } from "drizzle-orm";
import { business } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { WhatsappProvider } from "./schemas.ts";

/** Who carries this business's WhatsApp: its own choice, or the platform's. */
export async function whatsappProviderOf(tx: Tx, ctx: Context): Promise<WhatsappProvider> {
  const [row] = await tx
    .select({ chosen: business.whatsappProvider })
    .from(business)
    .where(eq(business.id, ctx.businessId));
  return row?.chosen ?? env().WHATSAPP_PROVIDER ?? "twilio";
}
