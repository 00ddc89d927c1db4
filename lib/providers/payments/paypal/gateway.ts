import { z } from "zod";
import { ProviderFailed } from "../../../errors.ts";
import type { PageAnswer, PaymentGateway, PaymentLink } from "../types.ts";
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

    async confirm({ paymentId, providerRef }, signal): Promise<PageAnswer> {
      const order = providerRef === null ? null : await read(client, providerRef, signal);
      if (order === null) return { charges: [], isApproved: false };
      const isOurs = order.purchase_units[0]?.custom_id === paymentId;
      return { charges: chargesOf(order, paymentId), isApproved: order.status === "APPROVED" && isOurs };
    },

    async collect(providerRef, signal): Promise<void> {
      try {
        await client.ask(paypalOrder, { method: "POST", path: `${pathOf(providerRef)}/capture` }, signal);
      } catch (error) {
        if (!(error instanceof PayPalRefused) || !NOT_NOW.some((reason) => error.reasons.includes(reason))) throw error;
      }
    },
  };
}

/** It was taken before, or the payer has to choose another card. */
const NOT_NOW = ["ORDER_ALREADY_CAPTURED", "INSTRUMENT_DECLINED", "PAYER_ACTION_REQUIRED", "ORDER_NOT_APPROVED"];

/** Null when PayPal has forgotten it. */
async function read(client: PayPalClient, id: string, signal: AbortSignal): Promise<PayPalOrder | null> {
  try {
    return await client.ask(paypalOrder, { method: "GET", path: pathOf(id) }, signal);
  } catch (error) {
    if (error instanceof PayPalRefused && error.reasons.includes("RESOURCE_NOT_FOUND")) return null;
    throw error;
  }
}

function pathOf(id: string): string {
  return `/v2/checkout/orders/${encodeURIComponent(id)}`;
}
