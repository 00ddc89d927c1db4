/** Messages that a carrier took and then did not send, because there were too many at once. */
import type { message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { pauseAfter } from "../pause-after.ts";
import { sendSoon } from "./queue-message.ts";

type Row = Pick<typeof message.$inferSelect, "id" | "carrier" | "attempts" | "marketing" | "author">;

/** https://www.twilio.com/docs/api/errors/63018: WhatsApp takes no more of this sender for now. */
const TOO_MANY = "63018";
const MOST_TRIES = 5;
/** The shortest is longer than `findSent` looks back: what was refused is not taken for what is sent now. */
const PAUSES = { firstMs: 40_000, longestMs: 600_000 };

/** Whether what is reported of a message says that it may be sent a little later. */
export function isRefusedForNow(
  { carrier, attempts }: Row,
  reported: { status: string; errorCode: string | null },
): boolean {
  return (
    carrier === "twilio" && reported.status === "failed" && reported.errorCode === TOO_MANY && attempts < MOST_TRIES
  );
}

/** Has them handed over once more, each at a moment of its own: they were refused because they came together. */
export async function sendAgain(tx: Tx, ctx: Context, rows: readonly Row[]): Promise<void> {
  for (const { carrier, ...row } of rows) {
    if (carrier === null) continue;
    await sendSoon(tx, ctx, { ...row, carrier }, pauseAfter(row.attempts, { ...PAUSES, chance: chanceOf(row.id) }));
  }
}

/** From 0 to 1: the end of a message's id is chance already. */
function chanceOf(messageId: string): number {
  return Number.parseInt(messageId.slice(-8), 16) / 0xff_ff_ff_ff;
}
