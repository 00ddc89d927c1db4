import { z } from "zod";
import { parseJson } from "../../../parse-json.ts";

/** Where PayPal's events carry what we gave it: an order in its units, a capture and a refund at the top. */
const event = z.object({
  event_type: z.string().catch(""),
  resource: z.object({
    custom_id: z.uuid().optional(),
    purchase_units: z.array(z.object({ custom_id: z.uuid().optional() })).optional(),
  }),
});

interface PayPalNotice {
  /** The payment of ours that it is about. */
  paymentId: string;
  /** It tells that money did not come: nobody has approved anything since that could be collected. */
  isRefusal: boolean;
}

/** Null when an event is about no payment of ours. */
export function readPayPalNotice(body: string): PayPalNotice | null {
  const read = event.safeParse(parseJson(body)).data;
  const paymentId = read?.resource.custom_id ?? read?.resource.purchase_units?.[0]?.custom_id;
  if (read === undefined || paymentId === undefined) return null;
  return { paymentId, isRefusal: /\.(?:DENIED|DECLINED)$/.test(read.event_type) };
}
