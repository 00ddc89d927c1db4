import type { ConversationListInput } from "#lib/messaging/schemas/views.ts";

export type InboxFilter = NonNullable<ConversationListInput["filter"]>;

/** Where the inbox stands: what is listed, what is searched, which conversation is open. */
export interface InboxPlace {
  filter: InboxFilter;
  q?: string | undefined;
  tag?: string | undefined;
  conversationId?: string | undefined;
  cursor?: string | undefined;
  /** How many are listed; the fewest when it is missing. */
  size?: number | undefined;
}

/** The list grows by so many, and from the longest on goes page by page. */
export const LIST_STEP = 40;
export const LONGEST_LIST = 200;

/** The address of a place in the inbox. */
export function inboxHref({ filter, q, tag, conversationId, cursor, size }: InboxPlace): string {
  const query = new URLSearchParams();
  if (filter !== "open") query.set("filter", filter);
  if (q) query.set("q", q);
  if (tag) query.set("tag", tag);
  if (cursor) query.set("cursor", cursor);
  if (size && size > LIST_STEP) query.set("size", String(size));
  if (conversationId) query.set("c", conversationId);
  const text = query.toString();
  return text ? `/inbox?${text}` : "/inbox";
}
