import { listMessages } from "#lib/messaging/list-messages.ts";
import { businessRoute, json } from "#lib/web/route.ts";

/** What was written with one number. */
export const GET = businessRoute(async ({ ctx, query, request }) => {
  const phone = decodeURIComponent(new URL(request.url).pathname.split("/").at(-1) ?? "");
  return json(await listMessages(ctx, { ...query, phone }));
});
