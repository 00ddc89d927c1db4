import { getSettings } from "#lib/businesses/get-settings.ts";
import { transferInput } from "#lib/businesses/schemas.ts";
import { updateTransfer } from "#lib/businesses/update-settings.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const PUT = businessRoute(async ({ ctx, body }) => {
  await updateTransfer(ctx, transferInput.parse(body));
  return json(await getSettings(ctx));
});
