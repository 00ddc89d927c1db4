import { and, asc, eq, inArray } from "drizzle-orm";
import { membership, user } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { may, requirePermission, roles } from "../permissions.ts";
import type { StaffView } from "./schemas/views.ts";

/** Who can be on a conversation: everybody who may answer one, by name. */
export async function listAnsweringStaff(ctx: Context): Promise<StaffView[]> {
  requirePermission(ctx, "messages.read");
  return forBusiness(ctx, (tx) => answeringStaff(tx, ctx), "listAnsweringStaff");
}

/** The same, in the caller's transaction. */
export async function answeringStaff(tx: Tx, ctx: Context): Promise<StaffView[]> {
  const answering = roles.filter((role) => may(role, "messages.write"));
  return tx
    .select({ id: user.id, name: user.name })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(membership.businessId, ctx.businessId), inArray(membership.role, answering)))
    .orderBy(asc(user.name), asc(user.id));
}
