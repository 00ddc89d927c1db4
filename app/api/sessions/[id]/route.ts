import { revokeSession } from "#lib/users/sessions.ts";
import { businessRoute } from "#lib/web/route.ts";

export const DELETE = businessRoute(async ({ ctx, id }) => {
  await revokeSession(ctx, id);
  return new Response(null, { status: 204 });
});
