/** What a carrier posts to us is kept as it is, and answered; jobs do the rest (lib/messaging/jobs/take-…). */
import { enqueueAlone } from "../jobs/queue.ts";
import type { JobPayload } from "../jobs/schemas.ts";
import { together } from "../together.ts";
import type { Channel } from "./schemas/channel.ts";

type Posts = JobPayload<"take_messages">["posts"];

/**
 * Somebody who has written waits for an answer; how far our own messages have come may be told a little later. `apartMs`:
 * from one job to the next.
 */
const handling = {
  take_messages: { urgency: "first", apartMs: 20 },
  take_reports: { urgency: "usual", apartMs: 50 },
} as const;
const bringers = {
  take_messages: { whatsapp: bringer("take_messages", "whatsapp"), sms: bringer("take_messages", "sms") },
  take_reports: { whatsapp: bringer("take_reports", "whatsapp"), sms: bringer("take_reports", "sms") },
};

/**
 * Resolves when this post (of which all can be kept: `storable`) is kept. With hundreds a second, those that come at about the
 * same time are kept together, in one job: a way to the database, and a job, cost more than what they carry.
 */
export function bring(
  name: keyof typeof handling,
  channel: Channel,
  form: Record<string, string>,
  { requestId, cameAt }: { requestId: string | null; cameAt: Date },
): Promise<void> {
  return bringers[name][channel]({ form, requestId, at: cameAt.toISOString() });
}

function bringer(name: keyof typeof handling, channel: Channel) {
  const { urgency, apartMs } = handling[name];
  return together(
    async (posts: Posts) => {
      await enqueueAlone({ name, payload: { channel, posts } }, { urgency });
      return posts.map(() => undefined);
    },
    { apartMs },
  );
}
