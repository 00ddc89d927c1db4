import { changeConversation } from "#lib/messaging/change-conversation.ts";
import { getConversation } from "#lib/messaging/list-conversations.ts";
import type { ChangeConversationInput } from "#lib/messaging/schemas/views.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, id }) => json(await getConversation(ctx, id)));

export const PATCH = businessRoute(async ({ ctx, id, body }) =>
  json(await changeConversation(ctx, { ...body, conversationId: id } as ChangeConversationInput)),
);
