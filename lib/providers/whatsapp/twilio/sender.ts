import { ProviderFailed } from "../../../errors.ts";
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
      if (message.from === "")
        throw new MessageRefused(
          message.channel === "sms" ? "21606" : "63007",
          "the business has no number to send from",
        );
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
    /**
     * There is no key that would make a repeat harmless, so its list is asked: same people, same words, since then. Of a
     * template it shows the words with the variables filled in, and its own picture as a file that we never attached.
     */
    async findSent(message, since): Promise<SentMessage | null> {
      try {
        const sent = await client.messages.list({
          to: toAddress(message.channel, message.to),
          from: toAddress(message.channel, message.from),
          dateSentAfter: new Date(since.getTime() - CLOCK_SLACK_MS),
          limit: LOOKED_THROUGH,
        });
        const words = plain(message.body);
        const media = String(message.attachments.length);
        // One that has failed was not sent, and never will be.
        const same = sent
          .filter(({ status }) => status !== "failed")
          .find(({ body, numMedia }) => plain(body) === words && (message.template !== null || numMedia === media));
        return same === undefined ? null : { providerId: same.sid };
      } catch (error) {
        // Whatever is wrong with the question says nothing of the message, which may have been sent.
        throw new ProviderFailed("whatsapp", true, "its list of messages cannot be read", error);
      }
    },
  };
}

/** However the carrier broke the lines. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function contentOf({ body, template, attachments }: OutgoingMessage) {
  if (template !== null)
    return { contentSid: template.providerId, contentVariables: JSON.stringify(template.variables) };
  const mediaUrl = attachments.map(({ url }) => url);
  return { ...(body === "" ? {} : { body }), ...(mediaUrl.length === 0 ? {} : { mediaUrl }) };
}
