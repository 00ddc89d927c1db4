import { getSettings } from "#lib/businesses/get-settings.ts";
import { messagesInput } from "#lib/businesses/schemas.ts";
import { updateMessages } from "#lib/businesses/update-settings.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const PUT = businessRoute(async ({ ctx, body }) => {
  await updateMessages(ctx, messagesInput.parse(body));
  return json(await getSettings(ctx));
});
