import { listCalls } from "#lib/calls/list-calls.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, query }) => json(await listCalls(ctx, query)));
