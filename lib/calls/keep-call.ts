import { eq } from "drizzle-orm";
import { call } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { customerByPhone } from "../customers/customer-by-phone.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";

interface NewCall {
  callSid: string;
  from: string | null;
  to: string;
}

interface KeptCall {
  callId: string;
  /** What the staff are to be told. */
  news: LiveEvent[];
}

/**
 * Keeps a new incoming call with its customer (made when new). One that was kept meanwhile, in parallel, stays as it is; null
 * for one that another business has.
 */
export async function keepCall(tx: Tx, ctx: Context, { callSid, from, to }: NewCall): Promise<KeptCall | null> {
  const customer = from ? await customerByPhone(tx, ctx, from) : null;
  const [made] = await tx
    .insert(call)
    .values({
      businessId: ctx.businessId,
      callSid,
      direction: "in",
      status: "ringing",
      fromNumber: from,
      toNumber: to,
      customerId: customer?.id ?? null,
    })
    .onConflictDoNothing({ target: call.callSid })
    .returning({ id: call.id });
  if (!made) {
    const id = await callBySid(tx, callSid);
    return id === null ? null : { callId: id, news: [] };
  }
  const news: LiveEvent[] = [{ type: "call.changed", callId: made.id, live: true }];
  if (customer?.created) news.unshift({ type: "customer.changed", customerId: customer.id });
  return { callId: made.id, news };
}

async function callBySid(tx: Tx, callSid: string): Promise<string | null> {
  const [row] = await tx.select({ id: call.id }).from(call).where(eq(call.callSid, callSid));
  return row?.id ?? null;
}
