import { businessRoute, json } from "#lib/web/route.ts";
import { connectWhatsapp, disconnectWhatsapp } from "#lib/whatsapp/connect.ts";
import { getWhatsapp } from "#lib/whatsapp/get-whatsapp.ts";
import { connectInput } from "#lib/whatsapp/schemas.ts";

export const POST = businessRoute(async ({ ctx, body }) => {
  await connectWhatsapp(ctx, connectInput.parse(body ?? {}));
  return json(await getWhatsapp(ctx));
});

export const DELETE = businessRoute(async ({ ctx }) => {
  await disconnectWhatsapp(ctx);
  return json(await getWhatsapp(ctx));
});
