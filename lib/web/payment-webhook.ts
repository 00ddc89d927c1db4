import { TooLarge } from "../errors.ts";
import { log } from "../log.ts";
import { errorResponse } from "./errors.ts";
import { refuseUnsigned } from "./refuse-unsigned.ts";
import { readBody, requestId } from "./request.ts";

const BODY_LIMIT = 256_000;

interface Posted {
  headers: Headers;
  query: URLSearchParams;
  /** As it came. */
  body: string;
}

/**
 * The webhook of a payment provider: 200 when `take` says that it is genuine, a repeat too, 403 when not. While we are not
 * able to say or to keep it, 503: providers try again, and are asked themselves if they do not.
 */
export function paymentWebhook(take: (posted: Posted) => Promise<boolean>) {
  return async (request: Request): Promise<Response> => {
    const id = requestId(request.headers);
    const { pathname: path, searchParams: query } = new URL(request.url);
    const body = await readBody(request, BODY_LIMIT);
    if (body === null) return errorResponse(new TooLarge(), id);
    try {
      if (!(await take({ headers: request.headers, query, body }))) return refuseUnsigned(request, 60);
      return new Response("ok");
    } catch (error) {
      log().error({ err: error, request_id: id, path }, "webhook failed");
      return new Response("try again", { status: 503, headers: { "Retry-After": "30" } });
    }
  };
}
