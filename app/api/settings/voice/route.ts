import { getSettings } from "#lib/businesses/get-settings.ts";
import { voiceInput } from "#lib/businesses/schemas.ts";
import { updateVoice } from "#lib/businesses/update-settings.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const PUT = businessRoute(async ({ ctx, body }) => {
  await updateVoice(ctx, voiceInput.parse(body));
  return json(await getSettings(ctx));
});
