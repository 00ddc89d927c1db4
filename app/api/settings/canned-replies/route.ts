import { addCannedReply, listCannedReplies } from "#lib/messaging/canned-replies.ts";
import { cannedReplyInput } from "#lib/messaging/schemas/canned-replies.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx }) => json({ items: await listCannedReplies(ctx) }));

export const POST = businessRoute(async ({ ctx, body }) =>
  json(await addCannedReply(ctx, cannedReplyInput.parse(body)), 201),
);
