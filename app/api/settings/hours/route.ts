import { getSettings } from "#lib/businesses/get-settings.ts";
import { hoursInput } from "#lib/businesses/schemas.ts";
import { updateHours } from "#lib/businesses/update-settings.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const PUT = businessRoute(async ({ ctx, body }) => {
  await updateHours(ctx, hoursInput.parse(body));
  return json(await getSettings(ctx));
});
