/** How the REST API writes messages, lists them, and serves their media. */
import type { SimRequest } from "../../common/http.ts";
import { send } from "../../common/http.ts";
import type { Exchange } from "../exchange.ts";
import type { PhoneNetwork } from "../network.ts";
import { RestError } from "../rest-json.ts";
import type { NetworkMessage } from "./store.ts";

export function messageJson({ accountSid }: Exchange, message: NetworkMessage): Record<string, unknown> {
  const prefix = message.channel === "whatsapp" ? "whatsapp:" : "";
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  const at = new Date(message.createdAt).toUTCString().replace("GMT", "+0000");
  return {
    sid: message.sid,
    account_sid: accountSid,
    messaging_service_sid: null,
    api_version: "2010-04-01",
    from: prefix + message.from,
    to: prefix + message.to,
    body: message.body,
    direction: message.direction,
    status: message.status,
    error_code: message.errorCode,
    error_message: null,
    num_media: String(message.media.length + message.mediaUrls.length),
    num_segments: "1",
    price: null,
    price_unit: "USD",
    date_created: at,
    date_updated: at,
    date_sent: at,
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json` },
  };
}

/** Newest first, by To, From and DateSent>, which is a moment or a day. */
export function listMessages(network: PhoneNetwork, query: URLSearchParams): Record<string, unknown>[] {
  const bare = (name: string) => query.get(name)?.replace(/^whatsapp:/, "");
  const [to, from] = [bare("To"), bare("From")];
  const after = Date.parse(query.get("DateSent>") ?? "") || 0;
  return network.messages
    .all()
    .filter((message) => (!to || message.to === to) && (!from || message.from === from) && message.createdAt >= after)
    .toReversed()
    .slice(0, Number(query.get("PageSize") ?? 50))
    .map((message) => messageJson(network.exchange, message));
}

export function sendMedia(network: PhoneNetwork, { res }: SimRequest, messageSid: string, mediaSid: string): void {
  const media = network.messages.get(messageSid)?.media.find(({ sid }) => sid === mediaSid);
  if (!media) throw new RestError(404, 20404, "The requested resource was not found");
  send(res, 200, media.contentType, media.bytes);
}
