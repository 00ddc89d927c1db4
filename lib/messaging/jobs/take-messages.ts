import { systemContext } from "../../context.ts";
import { inLine } from "../../jobs/in-line.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";
import { businessAt } from "../business-at.ts";
import { receiveMessage } from "../receive-message.ts";
import { incomingMessageForm, toInboundMessage, writtenTo } from "../webhook-forms.ts";
import { keepUnclaimed, type UnclaimedReason } from "./keep-unclaimed.ts";
import { tryAgainAlone } from "./try-again-alone.ts";

type Payload = JobPayload<"take_messages">;
type Post = Payload["posts"][number];

/** A burst may be in several jobs, which run at once. */
const inLineOfWriter = inLine();

/**
 * Takes messages that Twilio has brought, each to whichever business has the number that was written to; those of one person
 * in the order in which they came. What nobody can take is kept for the operator. Safe to repeat.
 */
export async function takeMessages(payload: Payload): Promise<void> {
  const failed: { post: Post; error: unknown }[] = [];
  const writers = Map.groupBy(payload.posts, ({ form }) => form.From);
  await Promise.all(
    Array.from(writers, ([writer, posts]) =>
      inLineOfWriter(`${payload.channel} ${writer}`, async () => {
        for (const post of posts) {
          await takeMessage(payload.channel, post).catch((error: unknown) => failed.push({ post, error }));
        }
      }),
    ),
  );
  await tryAgainAlone({ name: "take_messages", payload }, failed);
}

async function takeMessage(channel: Payload["channel"], post: Post): Promise<void> {
  const unclaimed = (reason: UnclaimedReason) => keepUnclaimed("take_messages", channel, post, reason);
  const read = incomingMessageForm.safeParse(post.form);
  if (!read.success) return unclaimed("not_understood");
  const { data: form } = read;
  const { requestId, at } = post;
  const lines = log().child({ request_id: requestId, message_sid: form.MessageSid });
  const to = writtenTo(form);
  const businessId = to === null ? null : await businessAt(channel, to);
  if (businessId === null) return unclaimed("number_is_nobodys");
  const inbound = toInboundMessage(channel, form, new Date(at));
  if (inbound === null) return unclaimed("sender_has_no_number");
  if (inbound.from === to) return lines.info("a message from the business's own number");
  const kept = await receiveMessage(systemContext(businessId, "twilio", requestId), inbound);
  lines.info({ kept }, "incoming message");
}
