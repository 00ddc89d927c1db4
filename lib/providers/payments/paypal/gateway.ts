import { z } from "zod";
import { ProviderFailed } from "../../../errors.ts";
import type { Charge, PaymentGateway, PaymentLink } from "../types.ts";
import { PayPalClient, type PayPalKeys, PayPalRefused } from "./client.ts";
import { chargesOf, orderOf, type PayPalOrder, payerPage, paypalOrder } from "./map.ts";

/** PayPal forgets an order that nobody has approved within three hours. */
const GOOD_FOR_MS = 2.5 * 3_600_000;

/** PayPal: the payer approves an order on its page, and we collect. */
export function paypalGateway(keys: PayPalKeys, baseUrl: string): PaymentGateway {
  const client = new PayPalClient(keys, baseUrl);
  return {
    /** The webhook's name, too: with a wrong one every notice would be taken for forged. */
    async check(signal) {
      const path = `/v1/notifications/webhooks/${encodeURIComponent(keys.webhookId)}`;
      try {
        await client.ask(z.object({ id: z.literal(keys.webhookId) }), { method: "GET", path }, signal);
        return true;
      } catch (error) {
        if (error instanceof PayPalRefused && !error.retryable) return false;
        throw error;
      }
    },

    async createLink(request, signal): Promise<PaymentLink> {
      const asked = { path: "/v2/checkout/orders", body: orderOf(request), requestId: request.pageId };
      const order = await client.ask(paypalOrder, { method: "POST", ...asked }, signal);
      const url = payerPage(order);
      if (url === undefined) throw new ProviderFailed("payments", true, "PayPal gave no page for the payer");
      return { url, providerRef: order.id, goodForMs: GOOD_FOR_MS };
    },

    async confirm({ paymentId, providerRef, collect }, signal): Promise<Charge[]> {
      if (providerRef === null) return [];
      const order = await read(client, providerRef, signal);
      const isApproved = order?.status === "APPROVED" && order.purchase_units[0]?.custom_id === paymentId;
      const isTaken = isApproved && collect && (await take(client, order, signal));
      const now = isTaken ? await read(client, providerRef, signal) : order;
      return now === null ? [] : chargesOf(now, paymentId);
    },
  };
}

/** Null when PayPal has forgotten it. */
async function read(client: PayPalClient, id: string, signal: AbortSignal): Promise<PayPalOrder | null> {
  try {
    return await client.ask(paypalOrder, { method: "GET", path: pathOf(id) }, signal);
  } catch (error) {
    if (error instanceof PayPalRefused && error.reasons.includes("RESOURCE_NOT_FOUND")) return null;
    throw error;
  }
}

/** What can be otherwise at the next look: somebody else has taken it, or the payer has to choose another card. */
const NOT_NOW = ["ORDER_ALREADY_CAPTURED", "INSTRUMENT_DECLINED", "PAYER_ACTION_REQUIRED", "ORDER_NOT_APPROVED"];

/** Takes the money; it is taken once, however often that is asked. False when there was nothing to take now. */
async function take(client: PayPalClient, { id }: PayPalOrder, signal: AbortSignal): Promise<boolean> {
  try {
    await client.ask(paypalOrder, { method: "POST", path: `${pathOf(id)}/capture` }, signal);
    return true;
  } catch (error) {
    if (!(error instanceof PayPalRefused) || !NOT_NOW.some((reason) => error.reasons.includes(reason))) throw error;
    return error.reasons.includes("ORDER_ALREADY_CAPTURED");
  }
}

function pathOf(id: string): string {
  return `/v2/checkout/orders/${encodeURIComponent(id)}`;
}
