import { getSettings } from "#lib/businesses/get-settings.ts";
import { callsInput } from "#lib/businesses/schemas.ts";
import { updateCalls } from "#lib/businesses/update-settings.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const PUT = businessRoute(async ({ ctx, body }) => {
  await updateCalls(ctx, callsInput.parse(body));
  return json(await getSettings(ctx));
});
