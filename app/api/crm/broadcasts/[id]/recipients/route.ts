import { listRecipients } from "#lib/broadcasts/list-broadcasts.ts";
import type { RecipientListInput } from "#lib/broadcasts/schemas/broadcast.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, id, query }) =>
  json(await listRecipients(ctx, { ...query, broadcastId: id } as RecipientListInput)),
);
