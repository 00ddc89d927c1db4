import { z } from "zod";
import { type GatewaysView, gatewaysView, type SaveGatewayInput } from "#lib/payments/schemas/gateways.ts";
import { api, apiDo } from "./api.ts";

/** Switches a provider on or off, and keeps its keys when they are given. Throws ApiError. */
export function saveGateway(input: SaveGatewayInput): Promise<GatewaysView> {
  return api("/api/settings/gateways", gatewaysView, { method: "PUT", body: input });
}

/** Makes a link to pay for an order, and sends it to who ordered in writing. Throws ApiError. */
export function askForPayment(orderId: string): Promise<void> {
  return apiDo(`/api/crm/orders/${orderId}/payment`, { method: "POST" });
}

const started = z.object({ url: z.url({ protocol: /^https?$/ }) });

/** Where somebody with a link goes to pay. Throws ApiError. */
export async function startPayment(token: string): Promise<string> {
  return (await api(`/api/pay/${token}`, started, { method: "POST" })).url;
}
