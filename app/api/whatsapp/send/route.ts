import type { SendInput } from "#lib/messaging/schemas/api.ts";
import { sendTo } from "#lib/messaging/send-to.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const POST = businessRoute(async ({ ctx, body }) => json(await sendTo(ctx, body as SendInput), 201));
