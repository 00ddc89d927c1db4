import { previewInput, previewVoice } from "#lib/businesses/voices.ts";
import { businessRoute } from "#lib/web/route.ts";

export const POST = businessRoute(async ({ ctx, body }) => {
  const mp3 = await previewVoice(ctx, previewInput.parse(body));
  return new Response(mp3, { headers: { "Content-Type": "audio/mpeg", "Cache-Control": "no-store" } });
});
