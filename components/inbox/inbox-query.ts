import type { ConversationListInput } from "#lib/messaging/schemas/views.ts";

export type InboxFilter = NonNullable<ConversationListInput["filter"]>;

/** Where the inbox stands: what is listed, what is searched, which conversation is open. */
export interface InboxPlace {
  filter: InboxFilter;
  q?: string | undefined;
  tag?: string | undefined;
  conversationId?: string | undefined;
  cursor?: string | undefined;
}

/** The address of a place in the inbox. */
export function inboxHref({ filter, q, tag, conversationId, cursor }: InboxPlace): string {
  const query = new URLSearchParams();
  if (filter !== "open") query.set("filter", filter);
  if (q) query.set("q", q);
  if (tag) query.set("tag", tag);
  if (cursor) query.set("cursor", cursor);
  if (conversationId) query.set("c", conversationId);
  const text = query.toString();
  return text ? `/inbox?${text}` : "/inbox";
}
