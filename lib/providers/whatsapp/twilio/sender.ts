import type { TwilioAccess } from "../../telephony/twilio/client.ts";
import { twilioClient } from "../../telephony/twilio/client.ts";
import { MessageRefused, type MessageSender, type OutgoingMessage, type SentMessage } from "../types.ts";
import { toAddress, toSendFailure } from "./map.ts";

/** Clocks differ a little; so long before we began nobody can have sent it. */
const CLOCK_SLACK_MS = 10_000;
const LOOKED_THROUGH = 50;
/** Twilio takes no more of one message. */
const LONGEST_BODY = 1600;

/** WhatsApp and SMS over Twilio's REST API. `statusUrl`: where it reports how far a message has come. */
export function twilioSender(
  access: TwilioAccess,
  statusUrl: (channel: OutgoingMessage["channel"]) => string,
): MessageSender {
  const client = twilioClient(access);
  return {
    carrier: "twilio",
    async send(message) {
      if ([...message.body].length > LONGEST_BODY) throw new MessageRefused("21617", "the message is too long");
      try {
        const { sid } = await client.messages.create({
          to: toAddress(message.channel, message.to),
          from: toAddress(message.channel, message.from),
          statusCallback: statusUrl(message.channel),
          ...contentOf(message),
        });
        return { providerId: sid };
      } catch (error) {
        throw toSendFailure(error);
      }
    },
    /** There is no key that would make a repeat harmless, so its list is asked: same people, same words, since then. */
    async findSent(message, since): Promise<SentMessage | null> {
      try {
        const sent = await client.messages.list({
          to: toAddress(message.channel, message.to),
          from: toAddress(message.channel, message.from),
          dateSentAfter: new Date(since.getTime() - CLOCK_SLACK_MS),
          limit: LOOKED_THROUGH,
        });
        const media = String(message.attachments.length);
        const same = sent.find(({ body, numMedia }) => body.trim() === message.body.trim() && numMedia === media);
        return same === undefined ? null : { providerId: same.sid };
      } catch (error) {
        throw toSendFailure(error);
      }
    },
  };
}

function contentOf({ body, attachments }: OutgoingMessage) {
  const mediaUrl = attachments.map(({ url }) => url);
  return { ...(body === "" ? {} : { body }), ...(mediaUrl.length === 0 ? {} : { mediaUrl }) };
}
