import { stopBroadcast } from "#lib/broadcasts/stop-broadcast.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const POST = businessRoute(async ({ ctx, id }) => json(await stopBroadcast(ctx, id)));
