import { listTemplates } from "#lib/templates/list-templates.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx }) => json(await listTemplates(ctx)));
