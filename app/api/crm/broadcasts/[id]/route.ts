import { getBroadcast } from "#lib/broadcasts/list-broadcasts.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, id }) => json(await getBroadcast(ctx, id)));
