import { RateLimited } from "../errors.ts";
import { refuseTooManyLogins } from "../users/login-throttle.ts";
import { emailAddress } from "../users/schemas.ts";
import { errorResponse } from "./errors.ts";
import { clientAddress, requestId } from "./request.ts";

/**
 * Who has guessed too often hears 429 before next-auth is asked (it knows no such answer). A form that was sent without
 * JavaScript goes back to the login page instead.
 */
export async function loginRefusal(request: Request): Promise<Response | null> {
  const url = new URL(request.url);
  if (!url.pathname.endsWith("/callback/credentials")) return null;
  const form = new URLSearchParams(await request.clone().text());
  const email = emailAddress.safeParse(form.get("email"));
  // Nobody guesses at what is no address: it logs nobody in, and is not counted either (lib/users/log-in.ts).
  if (!email.success) return null;
  try {
    await refuseTooManyLogins(email.data, clientAddress(request.headers));
    return null;
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    if (form.get("json") === "true" || !request.headers.get("accept")?.includes("text/html"))
      return errorResponse(error, requestId(request.headers));
    return new Response(null, { status: 303, headers: { Location: "/login?error=too_many" } });
  }
}
