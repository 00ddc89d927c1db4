import { getHome } from "#lib/analytics/get-home.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx }) => json(await getHome(ctx)));
