import { getSettings } from "#lib/businesses/get-settings.ts";
import { personaInput } from "#lib/businesses/schemas.ts";
import { updatePersona } from "#lib/businesses/update-settings.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const PUT = businessRoute(async ({ ctx, body }) => {
  await updatePersona(ctx, personaInput.parse(body));
  return json(await getSettings(ctx));
});
