import { countHit } from "../db/system.ts";
import { RateLimited } from "../errors.ts";
import { log } from "../log.ts";
import { errorResponse } from "./errors.ts";
import { clientAddress, requestId } from "./request.ts";

/** 403 for a webhook that nobody can have sent whom we know: nothing of it is kept but one line; 429 above `limit` a minute from one address. */
export async function refuseUnsigned(request: Request, limit: 30 | 60): Promise<Response> {
  const id = requestId(request.headers);
  const address = clientAddress(request.headers);
  log().warn({ request_id: id, path: new URL(request.url).pathname, address }, "webhook without a valid signature");
  const { hits, secondsLeft } = await countHit(`unsigned:${limit}:${address}`, 60).catch(() => ({
    hits: 0,
    secondsLeft: 0,
  }));
  if (hits > limit) return errorResponse(new RateLimited(secondsLeft), id);
  return new Response("forbidden", { status: 403 });
}
