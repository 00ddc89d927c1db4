import { startPayment } from "#lib/payments/start-payment.ts";
import { errorResponse } from "#lib/web/errors.ts";
import { requestId } from "#lib/web/request.ts";
import { json } from "#lib/web/route.ts";

/** Somebody with a link is about to pay: where they go. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    return json(await startPayment((await params).token));
  } catch (error) {
    return errorResponse(error, requestId(request.headers));
  }
}
