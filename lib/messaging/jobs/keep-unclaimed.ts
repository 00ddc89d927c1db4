import { keepUnclaimedPost } from "../../db/system.ts";
import type { CarrierPost, JobName } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";
import type { Channel } from "../schemas/channel.ts";

/** Its form is none that we know; who has written cannot be answered; whom it was written to nobody knows. */
export type UnclaimedReason = "not_understood" | "sender_has_no_number" | "number_is_nobodys";

/**
 * Keeps a post that was acknowledged, and will not be brought again, though nobody can take it: the operator is told, and
 * can have it taken after all (docs/decisions/0019).
 */
export async function keepUnclaimed(
  job: Extract<JobName, "take_messages" | "take_reports">,
  channel: Channel,
  post: CarrierPost,
  reason: UnclaimedReason,
): Promise<void> {
  await keepUnclaimedPost({ job, channel, reason, post });
  const { form, requestId } = post;
  log().error(
    { job, reason, request_id: requestId, message_sid: form.MessageSid },
    "a post that nobody can take is kept",
  );
}
