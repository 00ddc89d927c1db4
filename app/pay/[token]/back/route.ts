import { NotFound } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { isPayToken, payPageUrl } from "#lib/payments/pay-page-url.ts";
import { tellOfPayment } from "#lib/payments/tell-of-payment.ts";
import { errorResponse } from "#lib/web/errors.ts";
import { readBody, requestId } from "#lib/web/request.ts";

const BODY_LIMIT = 64_000;

/**
 * The payer comes back from the provider's page, with words about the payment that the provider is asked to confirm. Tranzila
 * sends the browser with a form, so that this cannot be the page itself.
 */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const id = requestId(request.headers);
  if (!isPayToken(token)) return errorResponse(new NotFound("הקישור לתשלום לא נמצא"), id);
  try {
    await tellOfPayment(token, new URLSearchParams((await readBody(request, BODY_LIMIT)) ?? ""));
  } catch (error) {
    // Who has just paid sees their page all the same; the provider is asked without this, too.
    if (!(error instanceof NotFound)) log().error({ err: error, request_id: id }, "a payer's return is not kept");
  }
  const page = new URL(payPageUrl(token));
  page.searchParams.set("back", new URL(request.url).searchParams.get("went") === "well" ? "well" : "wrong");
  return new Response(null, { status: 303, headers: { Location: page.href } });
}
export const GET = POST;
