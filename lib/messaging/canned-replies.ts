/** The texts that the staff send again and again. */
import { asc, count, eq } from "drizzle-orm";
import { cannedReply } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { isDuplicate } from "../db/refused-row.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { Conflict, NotFound } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { type CannedReplyInput, type CannedReplyView, cannedReplyInput } from "./schemas/canned-replies.ts";

const MOST = 200;

/** All of them, by the alphabet. */
export async function listCannedReplies(ctx: Context): Promise<CannedReplyView[]> {
  requirePermission(ctx, "messages.read");
  return forBusiness(
    ctx,
    (tx) => tx.select(columns).from(cannedReply).orderBy(asc(cannedReply.title)),
    "listCannedReplies",
  );
}

/** Adds one. Throws Conflict when there is one of that name, or no room. */
export async function addCannedReply(ctx: Context, input: CannedReplyInput): Promise<CannedReplyView> {
  requirePermission(ctx, "business.write");
  const values = cannedReplyInput.parse(input);

  return changing(ctx, async function addCannedReply(tx) {
    const [kept] = await tx.select({ n: count() }).from(cannedReply);
    if ((kept?.n ?? 0) >= MOST) throw new Conflict(`אפשר לשמור עד ${MOST} תשובות`);
    const [after] = await tx
      .insert(cannedReply)
      .values({ businessId: ctx.businessId, ...values })
      .returning(columns);
    if (!after) throw new Error("an insert returned nothing");
    await recordAudit(tx, ctx, { action: "canned_reply.add", subjectId: after.id, after });
    return after;
  });
}

/** Changes one. Throws NotFound, also for another business's; Conflict when there is another of that name. */
export async function changeCannedReply(ctx: Context, id: string, input: CannedReplyInput): Promise<CannedReplyView> {
  requirePermission(ctx, "business.write");
  const values = cannedReplyInput.parse(input);

  return changing(ctx, async function changeCannedReply(tx) {
    const before = await cannedReplyById(tx, id);
    const after = { id, ...values };
    await tx
      .update(cannedReply)
      .set({ ...values, updatedAt: new Date() })
      .where(eq(cannedReply.id, id));
    await recordAudit(tx, ctx, { action: "canned_reply.change", subjectId: id, before, after });
    return after;
  });
}

/** Takes one away. Throws NotFound, also for another business's. */
export async function removeCannedReply(ctx: Context, id: string): Promise<void> {
  requirePermission(ctx, "business.write");

  await changing(ctx, async function removeCannedReply(tx) {
    const before = await cannedReplyById(tx, id);
    await tx.delete(cannedReply).where(eq(cannedReply.id, id));
    await recordAudit(tx, ctx, { action: "canned_reply.remove", subjectId: id, before });
  });
}

const columns = { id: cannedReply.id, title: cannedReply.title, body: cannedReply.body };

async function changing<T>(ctx: Context, change: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await forBusiness(
      ctx,
      async (tx) => {
        const result = await change(tx);
        await publish(tx, { type: "business.changed" });
        return result;
      },
      change.name,
    );
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict("כבר יש תשובה בשם הזה", { cause: error });
    throw error;
  }
}

async function cannedReplyById(tx: Tx, id: string): Promise<CannedReplyView> {
  const [row] = await tx.select(columns).from(cannedReply).where(eq(cannedReply.id, id)).for("update");
  if (!row) throw new NotFound("התשובה לא נמצאה");
  return row;
}
