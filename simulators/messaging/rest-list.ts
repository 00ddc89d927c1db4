/** The list of messages, by pages, newest first. */
import type { SimRequest } from "../common/http.ts";
import { type Json, RestError } from "../twilio/rest.ts";
import { writeAddress } from "./addresses.ts";
import type { Message } from "./message.ts";
import type { Messaging } from "./messaging.ts";
import { messageJson } from "./rest-json.ts";

const MAX_PAGE_SIZE = 1000;

/** Throws RestError for a page that cannot be. */
export function listMessages(messaging: Messaging, { path, query }: SimRequest): Json {
  const page = Number(query.get("Page") ?? 0);
  const pageSize = Math.min(MAX_PAGE_SIZE, Number(query.get("PageSize") ?? 50));
  if (!Number.isInteger(page) || page < 0 || !Number.isInteger(pageSize) || pageSize < 1)
    throw new RestError(400, 20006, "Page and PageSize must be whole numbers");
  const found = messaging.messages.all().filter((message) => isWanted(message, query));
  const start = page * pageSize;
  const items = found.slice(start, start + pageSize);
  const uriOf = (wanted: number) => {
    const params = new URLSearchParams(query);
    params.set("PageSize", String(pageSize));
    params.set("Page", String(wanted));
    return `${path}?${params.toString()}`;
  };
  return {
    messages: items.map((message) => messageJson(messaging, message)),
    page,
    page_size: pageSize,
    start,
    end: Math.max(start, start + items.length - 1),
    uri: uriOf(page),
    first_page_uri: uriOf(0),
    next_page_uri: found.length > start + pageSize ? uriOf(page + 1) : null,
    previous_page_uri: page > 0 ? uriOf(page - 1) : null,
  };
}

function isWanted(message: Message, query: URLSearchParams): boolean {
  const to = query.get("To");
  const from = query.get("From");
  const day = new Date(message.history[0]?.at ?? 0).toISOString().slice(0, 10);
  const sentOn = query.get("DateSent")?.slice(0, 10);
  const sentBefore = query.get("DateSent<")?.slice(0, 10);
  const sentAfter = query.get("DateSent>")?.slice(0, 10);
  return (
    (!to || writeAddress(message.to) === to) &&
    (!from || writeAddress(message.from) === from) &&
    (!sentOn || day === sentOn) &&
    (!sentBefore || day <= sentBefore) &&
    (!sentAfter || day >= sentAfter)
  );
}
