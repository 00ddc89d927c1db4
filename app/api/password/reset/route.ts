import { resetPassword } from "#lib/users/reset-password.ts";
import { resetPasswordInput } from "#lib/users/schemas.ts";
import { publicRoute } from "#lib/web/route.ts";

export const POST = publicRoute(async ({ body, address }) => {
  await resetPassword(resetPasswordInput.parse(body), address);
  return new Response(null, { status: 204 });
});
