import { listConversations } from "#lib/messaging/list-conversations.ts";
import type { ConversationListInput } from "#lib/messaging/schemas/views.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, query }) =>
  json(await listConversations(ctx, query as ConversationListInput)),
);
