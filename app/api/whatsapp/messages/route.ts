import { listMessages } from "#lib/messaging/list-messages.ts";
import type { MessageListInput } from "#lib/messaging/schemas/api.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, query }) => json(await listMessages(ctx, query as MessageListInput)));
