import { businessRoute, json } from "#lib/web/route.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { getWhatsapp } from "#lib/whatsapp/get-whatsapp.ts";
import { chooseProviderInput } from "#lib/whatsapp/schemas.ts";

export const GET = businessRoute(async ({ ctx }) => json(await getWhatsapp(ctx)));

export const PUT = businessRoute(async ({ ctx, body }) => {
  await chooseWhatsappProvider(ctx, chooseProviderInput.parse(body));
  return json(await getWhatsapp(ctx));
});
