import { systemContext } from "../../context.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { advanceBroadcast } from "../advance-broadcast.ts";
import { ATTEMPTS } from "../advance-later.ts";
import { giveUpBroadcast } from "../give-up-broadcast.ts";

/** The next few of a broadcast; one that goes wrong each time is stopped in the end, for the staff to see. */
export async function advance(
  { businessId, broadcastId }: JobPayload<"advance_broadcast">,
  _signal: AbortSignal,
  attempt: number,
): Promise<void> {
  const ctx = systemContext(businessId, "advance_broadcast");
  try {
    await advanceBroadcast(ctx, broadcastId);
  } catch (error) {
    if (attempt >= ATTEMPTS) await giveUpBroadcast(ctx, broadcastId);
    throw error;
  }
}
