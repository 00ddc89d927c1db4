import { randomUUID } from "node:crypto";
import { z } from "zod";
import { membership, user } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { loginByEmail } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission, roles } from "../permissions.ts";
import { hashPassword } from "./password.ts";
import { emailAddress, newPassword } from "./schemas.ts";

const addStaffInput = z.object({
  email: emailAddress,
  name: z.string().trim().min(1, "חסר שם").max(120),
  password: newPassword,
  role: z.enum(roles),
});

/** Somebody joins the business. Who is known already keeps their password; who is in it already keeps their role. */
export async function addStaff(ctx: Context, input: z.input<typeof addStaffInput>): Promise<{ userId: string }> {
  requirePermission(ctx, "users.write");
  const { email, name, password, role } = addStaffInput.parse(input);
  const known = await loginByEmail(email);
  const userId = known?.user_id ?? randomUUID();
  const passwordHash = known ? null : await hashPassword(password);

  await forBusiness(ctx, async function addStaff(tx) {
    if (passwordHash) await tx.insert(user).values({ id: userId, email, name, passwordHash });
    await tx.insert(membership).values({ businessId: ctx.businessId, userId, role }).onConflictDoNothing();
    await recordAudit(tx, ctx, { action: "user.join", subjectId: userId, after: { email, name, role } });
  });
  return { userId };
}
