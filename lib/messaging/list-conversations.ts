import type { Page } from "../calls/schemas/views.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { conversationById, conversationPage, threadPage, unreadCount } from "./queries.ts";
import {
  type ConversationListInput,
  type ConversationView,
  conversationListInput,
  type MessageView,
  type ThreadInput,
  threadInput,
} from "./schemas/views.ts";

/** Conversations, the newest words first, filtered and searched; a page at a time. */
export async function listConversations(ctx: Context, input: ConversationListInput): Promise<Page<ConversationView>> {
  requirePermission(ctx, "messages.read");
  const parsed = conversationListInput.parse(input);
  return forBusiness(ctx, (tx) => conversationPage(tx, ctx, parsed), "listConversations");
}

/** Throws NotFound, also for another business's conversation. */
export async function getConversation(ctx: Context, conversationId: string): Promise<ConversationView> {
  requirePermission(ctx, "messages.read");
  return forBusiness(ctx, (tx) => conversationById(tx, ctx, conversationId), "getConversation");
}

/** A conversation's messages, newest first, a page at a time. Throws NotFound for another business's conversation. */
export async function getThread(ctx: Context, input: ThreadInput): Promise<Page<MessageView>> {
  requirePermission(ctx, "messages.read");
  const parsed = threadInput.parse(input);
  return forBusiness(
    ctx,
    async (tx) => {
      await conversationById(tx, ctx, parsed.conversationId);
      return threadPage(tx, parsed);
    },
    "getThread",
  );
}

/** How many conversations wait for somebody to look at them. */
export async function countUnread(ctx: Context): Promise<number> {
  requirePermission(ctx, "messages.read");
  return forBusiness(ctx, (tx) => unreadCount(tx, ctx), "countUnread");
}
