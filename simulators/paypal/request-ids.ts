/** What makes a repeated request the same request: https://developer.paypal.com/api/rest/reference/idempotency/ */

import type { SimRequest } from "../common/http.ts";
import type { PayPalApp } from "./accounts.ts";
import { Refusal } from "./errors.ts";
import type { Order } from "./orders.ts";

const KEPT_MS = 6 * 3600 * 1000;
const LONGEST = 108;

/** The ids of requests that were done, with the order that came of each. Those that were refused may be tried again. */
export class RequestIds {
  readonly #clock: () => number;
  readonly #done = new Map<string, { body: string; order: Order; at: number }>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** The order that this request was about before; null when it is new. Throws Refusal when its id was another's. */
  before(app: PayPalApp, request: SimRequest): Order | null {
    const done = this.#done.get(keyOf(app, request));
    if (!done || this.#clock() - done.at >= KEPT_MS) return null;
    if (done.body === bodyOf(request)) return done.order;
    throw new Refusal(422, [{ issue: "PAYPAL_REQUEST_ID_PREVIOUSLY_USED" }]);
  }

  keep(app: PayPalApp, request: SimRequest, order: Order): void {
    if (requestIdOf(request) === null) return;
    const now = this.#clock();
    for (const [key, { at }] of this.#done) {
      if (now - at < KEPT_MS) break;
      this.#done.delete(key);
    }
    const key = keyOf(app, request);
    this.#done.delete(key);
    this.#done.set(key, { body: bodyOf(request), order, at: now });
  }
}

/** The id that the request carries, if it does. Throws Refusal 400. */
export function requestIdOf({ headers }: SimRequest): string | null {
  const id = headers["paypal-request-id"];
  if (id === undefined || id === "") return null;
  if (typeof id === "string" && id.length <= LONGEST) return id;
  throw new Refusal(400, [{ issue: "INVALID_STRING_LENGTH", field: "PayPal-Request-Id", location: "header" }]);
}

function keyOf({ clientId }: PayPalApp, request: SimRequest): string {
  return `${clientId} ${request.path} ${requestIdOf(request)}`;
}

function bodyOf({ body }: SimRequest): string {
  return body.toString("utf8").trim() || "{}";
}
