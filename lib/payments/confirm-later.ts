/** Has a provider asked what became of a payment, by a job in the caller's transaction. */
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { enqueue } from "../jobs/queue.ts";

/** Notices get lost: after so many minutes, each from the look before, a provider is asked of our own accord. */
const LOOKS_AFTER_MINUTES = [3, 10, 30, 120, 720, 1440, 2880];

interface Told {
  /** The charge that is told of, if any. */
  hint: string | null;
  /** What the payer has approved may be collected. */
  collect: boolean;
}

/** Soon, since somebody has told that something happened: nobody's word is taken for it. */
export async function confirmSoon(tx: Tx, ctx: Context, paymentId: string, { hint, collect }: Told): Promise<void> {
  const payload = { businessId: ctx.businessId, paymentId, hint, collect, look: null };
  const onceKey = `payment:${paymentId}:${collect ? "told" : "refused"}`;
  await enqueue(tx, { name: "confirm_payment", payload }, { onceKey, urgency: "now" });
}

/** The looks that belong to one page; `nth` counts from 0. */
interface Look {
  pageId: string;
  nth: number;
}

/** Later, in case nobody tells. After the last look there is none, unless money is still `onItsWay`. */
export async function lookAgain(
  tx: Tx,
  ctx: Context,
  paymentId: string,
  { pageId, nth }: Look,
  onItsWay = false,
): Promise<void> {
  const minutes = LOOKS_AFTER_MINUTES[nth] ?? (onItsWay ? LOOKS_AFTER_MINUTES.at(-1) : undefined);
  if (minutes === undefined) return;
  const payload = { businessId: ctx.businessId, paymentId, hint: null, collect: true, look: { pageId, nth } };
  const when = { onceKey: `payment:page:${pageId}`, runAt: new Date(Date.now() + minutes * 60_000), putOff: true };
  await enqueue(tx, { name: "confirm_payment", payload }, when);
}
