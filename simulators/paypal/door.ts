/** The control door for payments: the payer approves, the merchant gives back, and how the webhooks are told. Loopback only. */
import { z } from "zod";
import { answerInput } from "../common/control.ts";
import { jsonBody, type SimRequest, sendJson } from "../common/http.ts";
import { payerOf } from "./checkout.ts";
import { deliverySettings, type EventRecord } from "./deliveries.ts";
import type { Desk } from "./desk.ts";
import { CannotHappen } from "./orders.ts";
import { orderJson } from "./view.ts";

const approval = z.strictObject({ order_id: z.string() });
const refund = z.strictObject({ capture_id: z.string() });

/** Answers a request at the door. False when it is not about payments. */
export function answerPayPalDoor(desk: Desk, request: SimRequest): boolean {
  const { method, path, res } = request;
  const { url, orders, deliveries } = desk;
  switch (`${method} ${path}`) {
    case "GET /_sim/paypal/orders":
      sendJson(res, 200, {
        items: orders.list().map((order) => ({ client_id: order.app.clientId, ...orderJson(url, order) })),
      });
      return true;
    case "GET /_sim/paypal/events":
      sendJson(res, 200, { items: deliveries.list().map(eventView) });
      return true;
    case "POST /_sim/paypal/approve":
      return answerWish(request, () => {
        const { order_id } = approval.parse(jsonBody(request));
        return { location: payerOf(desk).approve(order_id) };
      });
    case "POST /_sim/paypal/refund":
      return answerWish(request, () => {
        const { capture_id } = refund.parse(jsonBody(request));
        return orderJson(url, orders.refund(capture_id));
      });
    case "POST /_sim/paypal/webhooks":
      return answerInput(request, () => {
        const settings = deliverySettings.parse(jsonBody(request));
        deliveries.set(settings);
        return settings;
      });
    default:
      return false;
  }
}

/** As `answerInput`; what cannot happen is 409. */
function answerWish(request: SimRequest, work: () => unknown): true {
  try {
    return answerInput(request, work);
  } catch (error) {
    if (!(error instanceof CannotHappen)) throw error;
    sendJson(request.res, 409, { error: error.message });
    return true;
  }
}

function eventView({ app, event, deliveries }: EventRecord): object {
  return { client_id: app.clientId, webhook_url: app.webhookUrl, event, deliveries };
}
