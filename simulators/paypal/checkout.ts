/** The payer, who approves or goes back: on the page, at the door, or in a test. */
import { type SimRequest, send } from "../common/http.ts";
import type { Desk } from "./desk.ts";
import { CannotHappen, type Order } from "./orders.ts";
import { approvalPage, notePage } from "./page.ts";
import { PAYER_ID } from "./view.ts";

export interface Payer {
  /** Approves, and says where PayPal sends the payer then; null when the merchant named no address. Throws CannotHappen. */
  approve(orderId: string): string | null;
  /** Goes back without approving, which changes nothing; says where to. Throws CannotHappen. */
  cancel(orderId: string): string | null;
}

export function payerOf({ orders }: Pick<Desk, "orders">): Payer {
  return {
    approve(orderId) {
      const { id, experience } = orders.approve(orderId);
      return withParams(experience.return_url, { token: id, PayerID: PAYER_ID });
    },
    cancel(orderId) {
      const order = orders.find(orderId);
      if (!order) throw new CannotHappen(`there is no order ${orderId}`);
      return withParams(order.experience.cancel_url, { token: order.id });
    },
  };
}

function withParams(address: string | undefined, params: Record<string, string>): string | null {
  if (address === undefined) return null;
  const url = new URL(address);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.href;
}

/** Answers a request of the payer's browser. False when it is none. */
export function answerCheckout(desk: Desk, request: SimRequest): boolean {
  const { method, path, query, res, body } = request;
  if (path !== "/checkoutnow") return false;
  const form = new URLSearchParams(method === "POST" ? body.toString("utf8") : "");
  const order = desk.orders.find((method === "POST" ? form : query).get("token") ?? "");
  if (!order) send(res, 404, HTML, notePage("אין הזמנה כזאת, או שעבר זמנה."));
  else if (order.progress.step === "completed") send(res, 200, HTML, notePage("התשלום כבר בוצע."));
  else if (method === "POST") act(desk, request, order, form.get("action"));
  else send(res, 200, HTML, approvalPage(order));
  return true;
}

function act(desk: Desk, { res }: SimRequest, { id }: Order, action: string | null): void {
  if (action !== "approve" && action !== "cancel") {
    send(res, 400, HTML, notePage("אפשר רק לאשר או לבטל."));
    return;
  }
  const location = payerOf(desk)[action](id);
  if (location !== null) res.writeHead(302, { location }).end();
  // PayPal has nowhere to send the payer, either.
  else send(res, 200, HTML, notePage(action === "approve" ? "התשלום אושר." : "התשלום בוטל."));
}

const HTML = "text/html; charset=utf-8";
