import { detailedHealth } from "#lib/health/detailed.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ login }) =>
  json(await detailedHealth({ platformAdmin: login.session.platform_admin })),
);
