import { getTimeline } from "#lib/messaging/get-timeline.ts";
import type { ThreadInput } from "#lib/messaging/schemas/views.ts";
import { businessRoute, json } from "#lib/web/route.ts";

/** Messages on every channel and calls of the conversation's customer. */
export const GET = businessRoute(async ({ ctx, id, query }) =>
  json(await getTimeline(ctx, { ...query, conversationId: id } as ThreadInput)),
);
