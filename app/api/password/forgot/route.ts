import { forgotPassword } from "#lib/users/reset-password.ts";
import { forgotPasswordInput } from "#lib/users/schemas.ts";
import { publicRoute } from "#lib/web/route.ts";

export const POST = publicRoute(async ({ body, address }) => {
  await forgotPassword(forgotPasswordInput.parse(body), address);
  return new Response(null, { status: 204 });
});
