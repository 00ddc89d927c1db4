/** How Twilio's API writes messages and their media. */
import { type Json, rfc2822 } from "../twilio/rest.ts";
import { writeAddress } from "./addresses.ts";
import { DELIVERY_ERRORS } from "./delivery-errors.ts";
import { MEDIA_HOST_PATH, type Medium } from "./media.ts";
import { type Message, segmentsOf } from "./message.ts";
import type { Messaging } from "./messaging.ts";

export function messageJson({ accountSid }: Messaging, message: Message): Json {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  const sent = message.history.find(({ status }) => status === "sent" || status === "received");
  return {
    sid: message.sid,
    account_sid: accountSid,
    messaging_service_sid: message.messagingServiceSid,
    api_version: "2010-04-01",
    direction: message.direction,
    from: writeAddress(message.from),
    to: writeAddress(message.to),
    body: message.body,
    // A message of a service has no sender yet when it is taken, so nobody knows how it will be cut.
    num_segments: message.status === "accepted" ? "0" : String(segmentsOf(message)),
    num_media: String(message.media.length),
    status: message.status,
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : DELIVERY_ERRORS[message.errorCode],
    date_created: rfc2822(message.history[0]?.at ?? null),
    date_sent: rfc2822(sent?.at ?? null),
    date_updated: rfc2822(message.history.at(-1)?.at ?? null),
    price: null,
    price_unit: "USD",
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json`, feedback: `${uri}/Feedback.json` },
  };
}

export function mediumJson(messaging: Messaging, medium: Medium): Json {
  return {
    sid: medium.sid,
    account_sid: messaging.accountSid,
    parent_sid: medium.messageSid,
    content_type: medium.contentType,
    date_created: rfc2822(medium.createdAt),
    date_updated: rfc2822(medium.createdAt),
    uri: `${mediumPath(messaging, medium)}.json`,
  };
}

/** The address that webhooks give for a medium: it leads on to the media host. */
export function mediumUrl(messaging: Messaging, medium: Medium): string {
  return `${messaging.apiUrl}${mediumPath(messaging, medium)}`;
}

/** Where its bytes are. */
export function mediumFileUrl({ accountSid, apiUrl }: Messaging, { key }: Pick<Medium, "key">): string {
  return `${apiUrl}${MEDIA_HOST_PATH}${accountSid}/${key}`;
}

function mediumPath({ accountSid }: Messaging, { messageSid, sid }: Medium): string {
  return `/2010-04-01/Accounts/${accountSid}/Messages/${messageSid}/Media/${sid}`;
}
