import { eq } from "drizzle-orm";
import { message } from "#drizzle/schema/index.ts";
import { type Context, systemContext } from "../../context.ts";
import { forBusiness } from "../../db/tenant.ts";
import { ProviderFailed } from "../../errors.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";
import { pauseAfter } from "../../pause-after.ts";
import type { MessageSender } from "../../providers/whatsapp/types.ts";
import { failMessage, handOver } from "../hand-over.ts";
import { sendSoon } from "../queue-message.ts";

interface Ports {
  sender: MessageSender;
  /** From 0 to 1. */
  chance: () => number;
}

/** With growing pauses between them: the last one comes after nearly two hours. */
const ATTEMPTS = 12;
const PAUSES = { firstMs: 4_000, longestMs: 3_600_000 };
/** The word for a carrier that could not be reached in all that time: lib/messaging/schemas/delivery-errors.ts. */
const UNREACHABLE = "unreachable";

/** Hands a message to its carrier; one that is never taken has failed in the end, for the staff to see. */
export async function sendMessage(
  { sender, chance }: Ports,
  { businessId, messageId }: JobPayload<"send_message">,
  signal: AbortSignal,
  attempt: number,
): Promise<void> {
  const ctx = systemContext(businessId, "send_message");
  try {
    await handOver(ctx, messageId, sender, signal);
  } catch (error) {
    const carriers = error instanceof ProviderFailed;
    // What went wrong on our side the worker tries again by itself.
    if (!carriers && attempt < ATTEMPTS) throw error;
    if (carriers && error.retryable && (await tryLater(ctx, messageId, chance()))) {
      log().warn({ err: error, message_id: messageId }, "a message is handed over again later");
      return;
    }
    log().error({ err: error, message_id: messageId }, "a message could not be handed over");
    await failMessage(ctx, messageId, UNREACHABLE);
  }
}

/**
 * As a job of its own, since the worker's pauses are the same for all: a carrier that was away would be asked by everybody in the
 * same moment. False when it was tried often enough.
 */
async function tryLater(ctx: Context, messageId: string, chance: number): Promise<boolean> {
  return forBusiness(ctx, async function tryLater(tx) {
    const [row] = await tx
      .select({
        id: message.id,
        attempts: message.attempts,
        marketing: message.marketing,
        author: message.author,
        carrier: message.carrier,
      })
      .from(message)
      .where(eq(message.id, messageId));
    if (!row?.carrier || row.attempts >= ATTEMPTS) return false;
    const { carrier } = row;
    await sendSoon(tx, ctx, { ...row, carrier }, pauseAfter(row.attempts, { ...PAUSES, chance }));
    return true;
  });
}
