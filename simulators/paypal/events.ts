/** What the merchant's webhook is told: https://developer.paypal.com/api/rest/webhooks/event-names/ */
import { newId } from "./ids.ts";
import { moneyJson } from "./money.ts";
import type { Capture, Happening, Order } from "./orders.ts";
import { captureJson, orderJson, refundJson } from "./view.ts";

export interface PayPalEvent {
  id: string;
  event_type: Happening["type"];
  create_time: string;
  [field: string]: unknown;
}

/** The event as it stands at this moment; what happens later does not change it. `url`: PayPal's. */
export function eventOf(url: string, happening: Happening, now: number): PayPalEvent {
  const id = `WH-${newId()}-${newId()}`;
  const href = `${url}/v1/notifications/webhooks-events/${id}`;
  return {
    id,
    event_version: "1.0",
    create_time: new Date(now).toISOString(),
    event_type: happening.type,
    resource_version: "2.0",
    ...contentOf(url, happening),
    links: [
      { href, rel: "self", method: "GET" },
      { href: `${href}/resend`, rel: "resend", method: "POST" },
    ],
  };
}

interface Content {
  resource_type: string;
  summary: string;
  resource: object;
}

function contentOf(url: string, happening: Happening): Content {
  switch (happening.type) {
    case "CHECKOUT.ORDER.APPROVED":
      return {
        resource_type: "checkout-order",
        summary: "An order has been approved by buyer",
        resource: orderJson(url, happening.order),
      };
    case "PAYMENT.CAPTURE.COMPLETED":
      return captureContent(url, happening, "Payment completed for");
    case "PAYMENT.CAPTURE.DENIED":
      return captureContent(url, happening, "Payment denied for");
    case "PAYMENT.CAPTURE.REFUNDED":
      // The resource is the refund, of which the capture is known by its link "up" only; the order is not named at all.
      return {
        resource_type: "refund",
        summary: `A ${sumOf(happening.capture)} capture payment was refunded`,
        resource: refundJson(url, happening.order, happening.capture, happening.refund),
      };
    default:
      return happening satisfies never;
  }
}

function captureContent(url: string, { order, capture }: { order: Order; capture: Capture }, said: string): Content {
  const supplementary_data = { related_ids: { order_id: order.id } };
  return {
    resource_type: "capture",
    summary: `${said} ${sumOf(capture)}`,
    resource: { ...captureJson(url, order, capture), supplementary_data },
  };
}

function sumOf({ amount }: Capture): string {
  const { currency_code, value } = moneyJson(amount);
  return `${currency_code} ${value} ${currency_code}`;
}
