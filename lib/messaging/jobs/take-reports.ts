import { systemContext } from "../../context.ts";
import { businessesByMessages } from "../../db/system.ts";
import { toE164 } from "../../hebrew/phone.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";
import { fromAddress } from "../../providers/whatsapp/twilio/map.ts";
import { advanceMessages, type StatusReport } from "../advance-message.ts";
import { businessAt } from "../business-at.ts";
import type { Channel } from "../schemas/channel.ts";
import { messageStatusForm } from "../webhook-forms.ts";
import { keepUnclaimed } from "./keep-unclaimed.ts";
import { tryAgainAlone } from "./try-again-alone.ts";

type Payload = JobPayload<"take_reports">;
type Post = Payload["posts"][number];

interface Report extends StatusReport {
  post: Post;
  /** The number of ours that sent it, as the network writes it. */
  from: string;
}

/**
 * Takes what Twilio has reported about messages of ours, those of one business together. A report that belongs to nobody
 * changes nothing; one that is not understood is kept for the operator. Safe to repeat.
 */
export async function takeReports(payload: Payload): Promise<void> {
  const failed: { post: Post; error: unknown }[] = [];
  const reports: Report[] = [];
  for (const post of payload.posts) {
    const read = messageStatusForm.safeParse(post.form);
    if (read.success) reports.push(...toReport(post, read.data));
    else
      await keepUnclaimed("take_reports", payload.channel, post, "not_understood").catch((error: unknown) =>
        failed.push({ post, error }),
      );
  }
  const owners = await ownersOf(payload.channel, reports);
  for (const [businessId, theirs] of Map.groupBy(reports, ({ providerId }) => owners.get(providerId))) {
    if (businessId === undefined) {
      for (const { providerId } of theirs) log().info({ message_sid: providerId }, "a report of no message of ours");
      continue;
    }
    const ctx = systemContext(businessId, "twilio", theirs[0]?.post.requestId ?? null);
    await advanceMessages(ctx, ...theirs.map(asStatus)).catch((error: unknown) => {
      failed.push(...theirs.map(({ post }) => ({ post, error })));
    });
  }
  await tryAgainAlone({ name: "take_reports", payload }, failed);
}

function toReport(post: Post, form: ReturnType<typeof messageStatusForm.parse>): Report[] {
  const { MessageSid: providerId, MessageStatus: status, ErrorCode: errorCode, From: from } = form;
  return status === null ? [] : [{ post, from, carrier: "twilio", providerId, status, errorCode }];
}

function asStatus({ carrier, providerId, status, errorCode }: Report): StatusReport {
  return { carrier, providerId, status, errorCode };
}

/** Of messages that we do not know yet by this name, whose number sent them tells whose they are. */
async function ownersOf(channel: Channel, reports: Report[]): Promise<Map<string, string>> {
  const owners = await businessesByMessages(
    "twilio",
    reports.map(({ providerId }) => providerId),
  );
  const senders = new Map<string, Promise<string | null>>();
  for (const { providerId, from: address } of reports) {
    const from = toE164(fromAddress(address));
    if (owners.has(providerId) || from === null) continue;
    if (!senders.has(from)) senders.set(from, businessAt(channel, from));
    const owner = await senders.get(from);
    if (owner) owners.set(providerId, owner);
  }
  return owners;
}
