import { eq } from "drizzle-orm";
import { message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusinessByKey } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { log } from "../log.ts";
import { MessageRefused, type MessageSender } from "../providers/whatsapp/types.ts";
import { togetherBy } from "../together.ts";
import { advanceAll, progress } from "./advance-message.ts";
import { keepSent } from "./keep-sent.ts";
import { rankOf } from "./schemas/channel.ts";
import { type ToSend, takeToSend } from "./take-to-send.ts";

/** Of a business that sends hundreds a second, those that come at about the same time are marked together, before and after. */
const ofOne = ({ ctx, carrier }: ToSend) => `${ctx.businessId} ${carrier}`;
const take = togetherBy(ofOne, takeToSend, { elseAlone: true });
const keep = togetherBy(ofOne, keepSent, { elseAlone: true });

/**
 * Hands one message of the outbox to its carrier, once. It is marked before and after, so that whoever finds it marked
 * "sending" knows that somebody died in between, and asks the carrier first whether it was sent. A message that the
 * carrier refuses has failed, for the staff to see; what may succeed later throws, and is tried again by the caller.
 * One that has to wait for an earlier one to the same customer has a job of its own for that.
 * Whether the customer may still get it is looked at here once more, in the moment before it goes.
 */
export async function handOver(ctx: Context, messageId: string, sender: MessageSender, signal: AbortSignal) {
  const { carrier } = sender;
  const taken = await take({ ctx, carrier, messageId });
  if (taken === null) return;
  try {
    const { outgoing, again, held } = taken;
    const before = again && (await sender.findSent(outgoing, again, signal));
    if (before === null && held !== null) return await failMessage(ctx, messageId, held);
    const { providerId } = before ?? (await sender.send(outgoing, signal));
    await keep({ ctx, carrier, messageId, providerId });
  } catch (error) {
    if (!(error instanceof MessageRefused)) throw error;
    log().warn({ err: error, message_id: messageId, code: error.errorCode }, "a message was refused by its carrier");
    await failMessage(ctx, messageId, error.errorCode);
  }
}

/** It will not be sent any more: the staff see why, and can send it again. */
export async function failMessage(ctx: Context, messageId: string, errorCode: string): Promise<void> {
  await forBusinessByKey(ctx, async function failMessage(tx) {
    const [row] = await tx.select(progress).from(message).where(eq(message.id, messageId)).for("update");
    if (row && rankOf(row.status) < rankOf("sent"))
      await publish(tx, ...(await advanceAll(tx, ctx, [{ row, reported: { status: "failed", errorCode } }])));
  });
}
