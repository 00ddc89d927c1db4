import { getThread } from "#lib/messaging/list-conversations.ts";
import type { ThreadInput, WriteInput } from "#lib/messaging/schemas/views.ts";
import { writeMessage } from "#lib/messaging/write-message.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, id, query }) =>
  json(await getThread(ctx, { ...query, conversationId: id } as ThreadInput)),
);

export const POST = businessRoute(async ({ ctx, id, body }) =>
  json(await writeMessage(ctx, { ...body, conversationId: id } as WriteInput), 201),
);
