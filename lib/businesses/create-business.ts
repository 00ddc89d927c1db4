import { randomUUID } from "node:crypto";
import { z } from "zod";
import { business, membership, phoneNumber, user } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import { systemContext } from "../context.ts";
import { isDuplicate } from "../db/refused-row.ts";
import { businessByNumber, loginByEmail } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { Conflict } from "../errors.ts";
import { phone } from "../hebrew/phone.ts";
import { enqueue } from "../jobs/queue.ts";
import { hashPassword } from "../users/password.ts";
import { emailAddress, newPassword } from "../users/schemas.ts";
import { realEstateDefaults } from "./defaults.ts";

export const createBusinessInput = z.object({
  name: z.string().trim().min(1, "חסר שם העסק").max(120),
  phone,
  whatsapp: phone.optional(),
  transferPhone: phone.optional(),
  address: z.string().trim().max(200).default(""),
  owner: z.object({ email: emailAddress, name: z.string().trim().min(1).max(120), password: newPassword }),
});

/**
 * A new business with its number, its owner and the defaults of a real-estate agency. An owner who is known already
 * keeps their password. Throws Conflict when a number is taken.
 */
export async function createBusiness(
  input: z.input<typeof createBusinessInput>,
): Promise<{ businessId: string; ownerUserId: string }> {
  const wanted = createBusinessInput.parse(input);
  if (await businessByNumber(wanted.phone)) throw new Conflict("מספר הטלפון כבר שייך לעסק אחר");
  const known = await loginByEmail(wanted.owner.email);
  const businessId = randomUUID();
  const ownerUserId = known?.user_id ?? randomUUID();
  const passwordHash = known ? null : await hashPassword(wanted.owner.password);
  const ctx = systemContext(businessId, "create-business");

  const made = forBusiness(ctx, async function createBusiness(tx) {
    await tx.insert(business).values({
      id: businessId,
      name: wanted.name,
      address: wanted.address,
      whatsappNumber: wanted.whatsapp ?? null,
      transferPhone: wanted.transferPhone ?? null,
      ...realEstateDefaults,
      greeting: realEstateDefaults.greeting(wanted.name),
    });
    await tx.insert(phoneNumber).values({ businessId, e164: wanted.phone });
    if (passwordHash)
      await tx
        .insert(user)
        .values({ id: ownerUserId, email: wanted.owner.email, name: wanted.owner.name, passwordHash });
    await tx.insert(membership).values({ businessId, userId: ownerUserId, role: "owner" });
    await recordAudit(tx, ctx, {
      action: "business.create",
      subjectId: businessId,
      after: { name: wanted.name, phone: wanted.phone },
    });
    await enqueue(tx, { name: "refresh_templates", payload: {} }, { onceKey: "templates" });
    await enqueue(tx, { name: "render_phrases", payload: { businessId } }, { onceKey: `phrases:${businessId}` });
  });
  await made.catch((cause: unknown) => {
    throw isDuplicate(cause) ? new Conflict("המספר או הדוא״ל כבר רשומים במערכת", { cause }) : cause;
  });
  return { businessId, ownerUserId };
}
