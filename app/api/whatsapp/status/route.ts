import { whatsappStatus } from "#lib/messaging/whatsapp-status.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx }) => json(await whatsappStatus(ctx)));
