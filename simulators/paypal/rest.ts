/** The REST API: tokens, and orders as https://developer.paypal.com/docs/api/orders/v2/ has them. */
import { isCommonFault, playFault } from "../common/faults.ts";
import { now, type SimRequest, sendJson } from "../common/http.ts";
import type { PayPalApp } from "./accounts.ts";
import type { Desk } from "./desk.ts";
import { type Answer, notFound, Refusal } from "./errors.ts";
import { newDebugId } from "./ids.ts";
import { readCapture, readOrder } from "./order-request.ts";
import { type Order, TOLD } from "./orders.ts";
import { requestIdOf } from "./request-ids.ts";
import { minimalOrderJson, orderJson, payerPageOf } from "./view.ts";

const ONE_ORDER = /^\/v2\/checkout\/orders\/([A-Z0-9]{1,36})(\/capture)?$/;

const ONE_WEBHOOK = /^\/v1\/notifications\/webhooks\/([A-Za-z0-9_-]{1,50})$/;

export function answerApi(desk: Desk, request: SimRequest): void {
  const { method, path, res, at } = request;
  const fault = desk.faults.take("paypal", () => wordsOf(request), isCommonFault);
  res.once("close", () => {
    const detail = { method, path, ...(fault ? { fault } : {}) };
    desk.requests.record({ at, step: "paypal", tookMs: now() - at, status: res.statusCode, detail });
  });
  if (!fault || !isCommonFault(fault)) {
    send(request, perform(desk, request));
    return;
  }
  // What was asked for is done, and only the answer is lost: the case for which requests have ids.
  if (fault === "cut") perform(desk, request);
  playFault(fault, res, (status) => send(request, new Refusal(status === "429" ? 429 : 500).answer()));
}

/** What a fault can be about. */
function wordsOf({ path, body }: SimRequest): string {
  return `${path} ${body.toString("utf8")}`;
}

function send({ res }: SimRequest, { status, json }: Answer): void {
  const debugId = "debug_id" in json ? String(json.debug_id) : newDebugId();
  sendJson(res, status, json, { "paypal-debug-id": debugId });
}

function perform(desk: Desk, request: SimRequest): Answer {
  try {
    return route(desk, request);
  } catch (error) {
    if (error instanceof Refusal) return error.answer();
    throw error;
  }
}

function route(desk: Desk, request: SimRequest): Answer {
  const { method, path } = request;
  if (`${method} ${path}` === "POST /v1/oauth2/token") return desk.accounts.grant(request);
  const app = desk.accounts.holderOf(request);
  if (`${method} ${path}` === "POST /v2/checkout/orders") return create(desk, app, request);
  const [, webhook] = ONE_WEBHOOK.exec(path) ?? [];
  if (webhook && method === "GET") return webhookOf(app, webhook);
  const [, id, capturing] = ONE_ORDER.exec(path) ?? [];
  if (id && capturing && method === "POST") return capture(desk, app, request, id);
  if (id && !capturing && method === "GET") return { status: 200, json: orderJson(desk.url, desk.orders.of(app, id)) };
  throw notFound();
}

/** https://developer.paypal.com/docs/api/webhooks/v1/#webhooks_get */
function webhookOf({ webhookId, webhookUrl }: PayPalApp, id: string): Answer {
  if (id !== webhookId) throw notFound();
  const event_types = TOLD.map((name) => ({ name, status: "ENABLED" }));
  return { status: 200, json: { id, url: webhookUrl, event_types, links: [] } };
}

function create(desk: Desk, app: PayPalApp, request: SimRequest): Answer {
  const asked = readOrder(readBody(request));
  if (asked.withSource && requestIdOf(request) === null)
    throw new Refusal(400, [{ issue: "PAYPAL_REQUEST_ID_REQUIRED", field: "PayPal-Request-Id", location: "header" }]);
  const before = desk.requestIds.before(app, request);
  // The same request again is told how the order stands by now.
  if (before) return orderAnswer(desk, request, 200, desk.orders.of(app, before.id));
  const order = desk.orders.create(app, asked);
  desk.requestIds.keep(app, request, order);
  return orderAnswer(desk, request, asked.withSource ? 200 : 201, order);
}

function capture(desk: Desk, app: PayPalApp, request: SimRequest, id: string): Answer {
  readCapture(readBody(request));
  const order = desk.orders.of(app, id);
  if (desk.requestIds.before(app, request)) return orderAnswer(desk, request, 200, order);
  desk.orders.capture(order, payerPageOf(desk.url, order), () => isDeclined(desk, request));
  desk.requestIds.keep(app, request, order);
  return orderAnswer(desk, request, 201, order);
}

function isDeclined(desk: Desk, request: SimRequest): boolean {
  const fault = desk.faults.take(
    "paypal",
    () => wordsOf(request),
    (kind) => kind === "declined",
  );
  return fault !== null;
}

/** The body as JSON; none is an empty object. Throws Refusal 415, or 400. */
function readBody({ headers, body }: SimRequest): unknown {
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new Refusal(415);
  try {
    return JSON.parse(body.toString("utf8").trim() || "{}");
  } catch {
    throw new Refusal(400, [{ issue: "MALFORMED_REQUEST_JSON", field: "/", location: "body" }]);
  }
}

function orderAnswer({ url }: Desk, { headers }: SimRequest, status: number, order: Order): Answer {
  const isWhole = /(?:^|[,\s])return=representation(?:$|[,\s])/.test(String(headers.prefer ?? ""));
  return { status, json: isWhole ? orderJson(url, order) : minimalOrderJson(url, order) };
}
