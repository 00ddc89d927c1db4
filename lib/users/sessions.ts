import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { session } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { Forbidden, NotFound } from "../errors.ts";
import type { SessionView } from "./schemas.ts";

/** Where this person is logged in, newest first. */
export async function listSessions(ctx: Context, currentId: string): Promise<SessionView[]> {
  const userId = userOf(ctx);
  const rows = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select()
        .from(session)
        .where(and(eq(session.userId, userId), isNull(session.revokedAt), gt(session.expiresAt, new Date())))
        .orderBy(desc(session.createdAt)),
    "listSessions",
  );
  return rows.map(({ id, userAgent, address, createdAt }) => ({
    id,
    userAgent,
    address,
    createdAt: createdAt.toISOString(),
    current: id === currentId,
  }));
}

/** Ends one of this person's sessions at once. Throws NotFound for anybody else's. */
export async function revokeSession(ctx: Context, sessionId: string): Promise<void> {
  const userId = userOf(ctx);
  await forBusiness(ctx, async function revokeSession(tx) {
    const ended = await tx
      .update(session)
      .set({ revokedAt: new Date() })
      .where(and(eq(session.id, sessionId), eq(session.userId, userId), isNull(session.revokedAt)))
      .returning({ id: session.id });
    if (ended.length === 0) throw new NotFound("החיבור לא נמצא");
    await recordAudit(tx, ctx, { action: "session.revoke", subjectId: sessionId });
  });
}

function userOf(ctx: Context): string {
  if (ctx.actor.kind !== "user") throw new Forbidden();
  return ctx.actor.userId;
}
