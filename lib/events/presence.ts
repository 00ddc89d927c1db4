/** Who of the staff looks at which conversation, and who is typing: told to those who look now, and never kept. */
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { type Presence, type SaidPresence, saidPresence } from "./schemas.ts";

/** What it is told on: a business's id and a Presence, as JSON. */
export const PRESENCE_CHANNEL = "moked_presence";

/** Tells the colleagues, whichever process they are connected to. Only who may answer is there to be seen. */
export async function tellPresence(ctx: Context, said: SaidPresence): Promise<void> {
  requirePermission(ctx, "messages.write");
  if (ctx.actor.kind !== "user") return;
  const presence: Presence = { ...saidPresence.parse(said), userId: ctx.actor.userId };
  const notice = JSON.stringify({ businessId: ctx.businessId, ...presence });
  await forBusiness(ctx, (tx) => tx.execute(sql`select pg_notify(${PRESENCE_CHANNEL}, ${notice})`), "tellPresence");
}
