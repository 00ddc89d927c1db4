import { systemContext } from "../context.ts";
import { businessByMessage, businessByNumber, businessByWhatsapp } from "../db/system.ts";
import { toE164 } from "../hebrew/phone.ts";
import { fromAddress } from "../providers/whatsapp/twilio/map.ts";
import { advanceMessage } from "./advance-message.ts";
import { ourWhatsapp } from "./our-whatsapp.ts";
import { receiveMessage } from "./receive-message.ts";
import type { Channel } from "./schemas/channel.ts";
import { type incomingMessageForm, type messageStatusForm, toInboundMessage, writtenTo } from "./webhook-forms.ts";

type Outcome = "kept" | "repeated" | "unknown_number" | "no_sender";

/** A message that Twilio brings, to whichever business has the number that was written to. */
export async function takeTwilioMessage(
  channel: Channel,
  form: ReturnType<typeof incomingMessageForm.parse>,
  requestId: string | null,
): Promise<Outcome> {
  const to = writtenTo(form);
  const businessId = to === null ? null : await businessOf(channel, to);
  if (businessId === null) return "unknown_number";
  const inbound = toInboundMessage(channel, form);
  if (inbound === null) return "no_sender";
  return (await receiveMessage(systemContext(businessId, "twilio", requestId), inbound)) ? "kept" : "repeated";
}

/** A report about a message of ours; one that belongs to nobody changes nothing. */
export async function takeTwilioStatus(
  channel: Channel,
  form: ReturnType<typeof messageStatusForm.parse>,
  requestId: string | null,
): Promise<"taken" | "unknown"> {
  const { MessageSid: providerId, MessageStatus: status, ErrorCode: errorCode, From } = form;
  if (status === null) return "unknown";
  const from = toE164(fromAddress(From));
  const businessId =
    (await businessByMessage("twilio", providerId)) ?? (from === null ? null : await businessOf(channel, from));
  if (businessId === null) return "unknown";
  const ctx = systemContext(businessId, "twilio", requestId);
  await advanceMessage(ctx, { carrier: "twilio", providerId, status, errorCode });
  return "taken";
}

function businessOf(channel: Channel, number: string): Promise<string | null> {
  return channel === "sms" ? businessByNumber(number) : businessByWhatsapp(number, ourWhatsapp());
}
