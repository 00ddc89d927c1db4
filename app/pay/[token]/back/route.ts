import { payPageUrl } from "#lib/payments/pay-page-url.ts";
import { tellOfPayment } from "#lib/payments/payer.ts";
import { errorResponse } from "#lib/web/errors.ts";
import { readBody, requestId } from "#lib/web/request.ts";

const BODY_LIMIT = 64_000;

/**
 * The payer comes back from the provider's page, with words about the payment that the provider is asked to confirm. Tranzila
 * sends the browser with a form, so that this cannot be the page itself.
 */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const wentWell = new URL(request.url).searchParams.get("went") === "well";
  try {
    const fields = new URLSearchParams((await readBody(request, BODY_LIMIT)) ?? "");
    const index = fields.get("index") ?? "";
    if (wentWell) await tellOfPayment(token, /^\d{1,15}$/.test(index) ? index : null);
    const page = new URL(payPageUrl(token));
    page.searchParams.set("back", wentWell ? "well" : "wrong");
    return new Response(null, { status: 303, headers: { Location: page.href } });
  } catch (error) {
    return errorResponse(error, requestId(request.headers));
  }
}
export const GET = POST;
