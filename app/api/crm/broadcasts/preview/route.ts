import { previewBroadcast } from "#lib/broadcasts/preview-broadcast.ts";
import type { PreviewBroadcastInput } from "#lib/broadcasts/schemas/broadcast.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const POST = businessRoute(async ({ ctx, body }) =>
  json(await previewBroadcast(ctx, body as PreviewBroadcastInput)),
);
