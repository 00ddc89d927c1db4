import { getSettings } from "#lib/businesses/get-settings.ts";
import { orderingInput } from "#lib/businesses/schemas.ts";
import { updateOrdering } from "#lib/businesses/update-settings.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const PUT = businessRoute(async ({ ctx, body }) => {
  await updateOrdering(ctx, orderingInput.parse(body));
  return json(await getSettings(ctx));
});
