import { createBroadcast } from "#lib/broadcasts/create-broadcast.ts";
import { listBroadcasts } from "#lib/broadcasts/list-broadcasts.ts";
import type { CreateBroadcastInput } from "#lib/broadcasts/schemas/broadcast.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, query }) => json(await listBroadcasts(ctx, query)));

export const POST = businessRoute(async ({ ctx, body }) =>
  json(await createBroadcast(ctx, body as CreateBroadcastInput), 201),
);
