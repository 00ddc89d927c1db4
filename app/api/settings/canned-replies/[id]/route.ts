import { changeCannedReply, removeCannedReply } from "#lib/messaging/canned-replies.ts";
import { cannedReplyInput } from "#lib/messaging/schemas/canned-replies.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const PUT = businessRoute(async ({ ctx, id, body }) =>
  json(await changeCannedReply(ctx, id, cannedReplyInput.parse(body))),
);

export const DELETE = businessRoute(async ({ ctx, id }) => {
  await removeCannedReply(ctx, id);
  return new Response(null, { status: 204 });
});
