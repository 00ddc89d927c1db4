import { getCall } from "#lib/calls/get-call.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, id }) => json(await getCall(ctx, id)));
