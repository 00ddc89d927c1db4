import { changePronunciation, removePronunciation } from "#lib/businesses/pronunciations.ts";
import { pronunciationInput } from "#lib/businesses/schemas.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const PUT = businessRoute(async ({ ctx, id, body }) =>
  json(await changePronunciation(ctx, id, pronunciationInput.parse(body))),
);

export const DELETE = businessRoute(async ({ ctx, id }) => {
  await removePronunciation(ctx, id);
  return new Response(null, { status: 204 });
});
