import { randomBytes } from "node:crypto";
import { and, eq, exists, gt, isNull, sql } from "drizzle-orm";
import { streamToken } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { hashToken } from "../db/token-hash.ts";

const LASTS_MS = 60_000;

/** A fresh token for the call's next media stream; several may be good at once (a webhook sent twice in parallel). */
export async function mintStreamToken(tx: Tx, ctx: Context, callId: string): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await tx.insert(streamToken).values({
    tokenHash: hashToken(token),
    businessId: ctx.businessId,
    callId,
    expiresAt: new Date(Date.now() + LASTS_MS),
  });
  return token;
}

/** Uses the token up, and with it every other one of its call. False when it is foreign, used or late. */
export async function redeemStreamToken(tx: Tx, callId: string, token: string): Promise<boolean> {
  const good = tx
    .select({ one: sql`1` })
    .from(streamToken)
    .where(
      and(
        eq(streamToken.tokenHash, hashToken(token)),
        eq(streamToken.callId, callId),
        isNull(streamToken.usedAt),
        gt(streamToken.expiresAt, new Date()),
      ),
    );
  const used = await tx
    .update(streamToken)
    .set({ usedAt: new Date() })
    .where(and(eq(streamToken.callId, callId), isNull(streamToken.usedAt), exists(good)))
    .returning({ callId: streamToken.callId });
  return used.length > 0;
}
