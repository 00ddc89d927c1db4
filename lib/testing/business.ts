/** A business to test with, made the way that `npm run admin` makes one. */
import { randomInt } from "node:crypto";
import { createBusiness } from "../businesses/create-business.ts";
import { type Context, systemContext } from "../context.ts";
import type { Role } from "../permissions.ts";

export interface TestBusiness {
  id: string;
  /** The number that callers dial. */
  number: string;
  owner: { id: string; email: string; password: string };
  /** The product itself, in this business. */
  ctx: Context;
  /** The owner's user, in whatever role. */
  as(role: Role): Context;
}

let nextNumber = randomInt(6_000_000, 6_900_000);

export async function testBusiness(name = "עסק לבדיקה"): Promise<TestBusiness> {
  const number = `+9723${nextNumber++}`;
  const owner = { email: `owner${number.slice(5)}@example.co.il`, name: "דנה לוי", password: "סיסמה ארוכה 1234" };
  const { businessId, ownerUserId } = await createBusiness({ name, phone: number, owner });
  return {
    id: businessId,
    number,
    owner: { id: ownerUserId, email: owner.email, password: owner.password },
    ctx: systemContext(businessId, "test"),
    as: (role) => ({ businessId, actor: { kind: "user", userId: ownerUserId }, role, requestId: null }),
  };
}
