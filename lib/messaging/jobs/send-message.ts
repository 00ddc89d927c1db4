import { systemContext } from "../../context.ts";
import { ProviderFailed } from "../../errors.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";
import type { MessageSender } from "../../providers/whatsapp/types.ts";
import { failMessage, handOver } from "../hand-over.ts";

/** With growing pauses between them: the last one comes after about two hours. */
const ATTEMPTS = 12;
/** The word for a carrier that could not be reached in all that time: lib/messaging/schemas/delivery-errors.ts. */
const UNREACHABLE = "unreachable";

/** Hands a message to its carrier; one that is never taken has failed in the end, for the staff to see. */
export async function sendMessage(
  sender: MessageSender,
  { businessId, messageId }: JobPayload<"send_message">,
  signal: AbortSignal,
  attempt: number,
): Promise<void> {
  const ctx = systemContext(businessId, "send_message");
  try {
    await handOver(ctx, messageId, sender, signal);
  } catch (error) {
    const hopeless = error instanceof ProviderFailed && !error.retryable;
    if (!hopeless && attempt < ATTEMPTS) throw error;
    log().error({ err: error, message_id: messageId }, "a message could not be handed over");
    await failMessage(ctx, messageId, UNREACHABLE);
  }
}
