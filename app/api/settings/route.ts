import { getSettings } from "#lib/businesses/get-settings.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx }) => json(await getSettings(ctx)));
