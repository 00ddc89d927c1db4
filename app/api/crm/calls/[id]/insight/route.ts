import { editInsight, editInsightInput } from "#lib/calls/edit-insight.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const PATCH = businessRoute(async ({ ctx, id, body }) =>
  json(await editInsight(ctx, editInsightInput.parse({ ...body, callId: id }))),
);
