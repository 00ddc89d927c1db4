import { listSessions } from "#lib/users/sessions.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, login }) => json({ items: await listSessions(ctx, login.sessionId) }));
