import { retryMessage } from "#lib/messaging/write-message.ts";
import { businessRoute } from "#lib/web/route.ts";

/** One more attempt at a message that has failed. */
export const POST = businessRoute(async ({ ctx, id }) => {
  await retryMessage(ctx, id);
  return new Response(null, { status: 204 });
});
