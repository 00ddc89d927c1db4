import { systemContext } from "../../context.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { advanceBroadcast } from "../advance-broadcast.ts";

/** The next few of a broadcast. */
export function advance({ businessId, broadcastId }: JobPayload<"advance_broadcast">): Promise<void> {
  return advanceBroadcast(systemContext(businessId, "advance_broadcast"), broadcastId);
}
