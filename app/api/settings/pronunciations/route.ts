import { addPronunciation, listPronunciations } from "#lib/businesses/pronunciations.ts";
import { pronunciationInput } from "#lib/businesses/schemas.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx }) => json({ items: await listPronunciations(ctx) }));

export const POST = businessRoute(async ({ ctx, body }) =>
  json(await addPronunciation(ctx, pronunciationInput.parse(body)), 201),
);
