import { refreshTemplates } from "#lib/templates/refresh-templates.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const POST = businessRoute(async ({ ctx }) => json(await refreshTemplates(ctx)));
