import { listVoices } from "#lib/businesses/voices.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx }) => json({ items: await listVoices(ctx) }));
