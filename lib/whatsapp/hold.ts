/**
 * Who looks after a paired phone: exactly one process, by a row that it holds for a while and renews. The epoch grows with
 * each new holder, and whatever a holder writes is written in a transaction that has checked the epoch: one that has lost
 * its hold, however late it notices, changes nothing.
 */
import { and, eq, lt, or, sql } from "drizzle-orm";
import { whatsappSession } from "#drizzle/schema/index.ts";
import { type Context, systemContext } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import type { SessionReason, SessionState } from "./schemas.ts";

export interface Hold {
  ctx: Context;
  owner: string;
  epoch: number;
}

/** What a person wants of the session. */
export interface Wish {
  wish: number;
  wanted: boolean;
  forget: boolean;
  pairPhone: string | null;
}

/** Another process holds the session now: nothing was written. */
export class HoldLost extends Error {
  constructor() {
    super("another process holds this WhatsApp session");
    this.name = "HoldLost";
  }
}

/** A hold that was not renewed for so long is free; the holder itself stops before that. */
export const HOLD_MS = 15_000;
const UNTIL = sql.raw(`now() + interval '${HOLD_MS} milliseconds'`);

const wished = {
  wish: whatsappSession.wish,
  wanted: whatsappSession.wanted,
  forget: whatsappSession.forget,
  pairPhone: whatsappSession.pairPhone,
};

/** Takes the session of this business for `owner` (a process). Null when somebody holds it, or nobody wants it. */
export async function takeHold(businessId: string, owner: string): Promise<(Hold & Wish) | null> {
  const ctx = systemContext(businessId, "whatsapp");
  const [row] = await forBusiness(
    ctx,
    (tx) =>
      tx
        .update(whatsappSession)
        .set({ owner, epoch: sql`${whatsappSession.epoch} + 1`, heldUntil: sql`${UNTIL}` })
        .where(
          and(
            eq(whatsappSession.businessId, businessId),
            or(whatsappSession.wanted, whatsappSession.forget),
            or(sql`${whatsappSession.heldUntil} is null`, lt(whatsappSession.heldUntil, sql`now()`)),
          ),
        )
        .returning({ epoch: whatsappSession.epoch, ...wished }),
    "takeHold",
  );
  return row ? { ctx, owner, ...row } : null;
}

/** Holds it for another while, and tells what is wanted now. Null when somebody else has it. */
export async function renewHold(hold: Hold): Promise<Wish | null> {
  const [row] = await forBusiness(
    hold.ctx,
    (tx) =>
      tx
        .update(whatsappSession)
        .set({ heldUntil: sql`${UNTIL}` })
        .where(isHeldBy(hold))
        .returning(wished),
    "renewHold",
  );
  return row ?? null;
}

/** Lets go: the next one may have it at once. */
export async function letGo(hold: Hold): Promise<void> {
  await forBusiness(
    hold.ctx,
    (tx) => tx.update(whatsappSession).set({ owner: null, heldUntil: null }).where(isHeldBy(hold)),
    "letGo",
  );
}

/** Runs `work` in a transaction in which the hold is certain. Throws HoldLost, with nothing done. */
export async function asHolder<T>(hold: Hold, work: (tx: Tx) => Promise<T>, name: string): Promise<T> {
  return forBusiness(
    hold.ctx,
    async (tx) => {
      const [row] = await tx
        .select({ epoch: whatsappSession.epoch })
        .from(whatsappSession)
        .where(isHeldBy(hold))
        .for("update");
      if (!row) throw new HoldLost();
      return work(tx);
    },
    name,
  );
}

interface SessionNews {
  state: SessionState;
  reason?: SessionReason | null;
  closeCode?: number | null;
  number?: string;
  qr?: string | null;
  pairingCode?: string | null;
}

/** How the session is now, for the staff to see. Throws HoldLost. */
export async function tellState(hold: Hold, news: SessionNews): Promise<void> {
  await asHolder(hold, (tx) => keepState(tx, hold, news), "whatsapp.tellState");
}

/**
 * It ended, and does not begin again before a person wants it to; `alert`: the staff get a task. Without a reason it ended
 * because nobody wanted it: who wants it again by now gets it. The hold is given up. Throws HoldLost.
 */
export async function endSession(hold: Hold, news: SessionNews & { alert: string | null }): Promise<void> {
  const { alert, ...state } = news;
  await asHolder(
    hold,
    async (tx) => {
      const wish = state.reason ? { wanted: false, pairPhone: null } : {};
      await tx
        .update(whatsappSession)
        .set({ ...wish, owner: null, heldUntil: null })
        .where(isHeldBy(hold));
      if (alert !== null)
        await openTaskOnce(tx, hold.ctx, { onceKey: `whatsapp:${hold.epoch}`, title: alert, customerId: null });
      await keepState(tx, hold, state);
    },
    "whatsapp.endSession",
  );
}

async function keepState(tx: Tx, { ctx }: Hold, news: SessionNews): Promise<void> {
  await tx
    .update(whatsappSession)
    .set({ reason: null, qr: null, pairingCode: null, ...news, changedAt: new Date() })
    .where(eq(whatsappSession.businessId, ctx.businessId));
  await publish(tx, { type: "whatsapp.changed" });
}

function isHeldBy({ ctx, owner, epoch }: Hold) {
  return and(
    eq(whatsappSession.businessId, ctx.businessId),
    eq(whatsappSession.owner, owner),
    eq(whatsappSession.epoch, epoch),
  );
}
