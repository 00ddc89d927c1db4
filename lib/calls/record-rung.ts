/** The last rung of a call: a recorded message, or, where nothing is recorded, an apology. In both cases somebody rings back. */
import { eq } from "drizzle-orm";
import { type business, call, customer } from "#drizzle/schema/index.ts";
import { withoutStream } from "../businesses/phrases.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import type { GatheredAnswer } from "./schemas/gathered.ts";
import { whoCalled } from "./who-called.ts";

/** Nothing was heard, twice. The staff get their task at once: perhaps no message is left, either. */
export async function giveUpListening(
  tx: Tx,
  ctx: Context,
  row: typeof call.$inferSelect,
  { enableRecordingFallback }: Pick<typeof business.$inferSelect, "enableRecordingFallback">,
): Promise<GatheredAnswer> {
  await tx.update(call).set({ rung: "record", ending: "caller_silent", endingDetail: null }).where(eq(call.id, row.id));
  await taskToRingBack(tx, ctx, row);
  return enableRecordingFallback
    ? { kind: "take_message", text: withoutStream.unheardTwice }
    : { kind: "goodbye", text: withoutStream.unheardApology };
}

/** One task, however often it is asked for. */
export async function taskToRingBack(tx: Tx, ctx: Context, row: typeof call.$inferSelect): Promise<void> {
  const [known] = row.customerId
    ? await tx.select({ name: customer.name }).from(customer).where(eq(customer.id, row.customerId))
    : [];
  await openTaskOnce(tx, ctx, {
    onceKey: `call-back:${row.id}`,
    title: `להתקשר אל ${whoCalled(known?.name ?? null, row.fromNumber)}: השיחה נקטעה`,
    customerId: row.customerId,
    callId: row.id,
  });
}
