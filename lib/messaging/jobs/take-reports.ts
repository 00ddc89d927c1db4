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

/**
 * Takes what Twilio has reported about messages of ours, those of one business together. A report that belongs to nobody
 * changes nothing. Safe to repeat.
 */
export async function takeReports({ channel, posts }: JobPayload<"take_reports">): Promise<void> {
  const forms = posts.map(({ form }) => messageStatusForm.parse(form));
  const owners = await ownersOf(channel, forms);
  const reports = new Map<string, StatusReport[]>();
  for (const { MessageSid: providerId, MessageStatus: status, ErrorCode: errorCode } of forms) {
    const owner = owners.get(providerId);
    if (owner === undefined) log().info({ message_sid: providerId }, "a report of no message of ours");
    if (owner === undefined || status === null) continue;
    reports.set(owner, [...(reports.get(owner) ?? []), { carrier: "twilio", providerId, status, errorCode }]);
  }
  for (const [businessId, theirs] of reports) {
    await advanceMessages(systemContext(businessId, "twilio", posts[0]?.requestId ?? null), ...theirs);
  }
}

type Form = ReturnType<typeof messageStatusForm.parse>;

/** Of messages that we do not know yet by this name, whose number sent them tells whose they are. */
async function ownersOf(channel: Channel, forms: Form[]): Promise<Map<string, string>> {
  const owners = await businessesByMessages(
    "twilio",
    forms.map(({ MessageSid }) => MessageSid),
  );
  const senders = new Map<string, Promise<string | null>>();
  for (const { MessageSid, From } of forms) {
    const from = toE164(fromAddress(From));
    if (owners.has(MessageSid) || from === null) continue;
    if (!senders.has(from)) senders.set(from, businessAt(channel, from));
    const owner = await senders.get(from);
    if (owner) owners.set(MessageSid, owner);
  }
  return owners;
}
