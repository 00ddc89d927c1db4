/** Why a message that Twilio took was not delivered, in its own words. https://www.twilio.com/docs/api/errors */
export const DELIVERY_ERRORS = {
  30003: "Unreachable destination handset",
  30006: "Landline or unreachable carrier",
  30008: "Unknown error",
  63003: "Channel could not find To address",
  63016:
    "Failed to send freeform message because you are outside the allowed window. If you are using WhatsApp, please use a Message Template.",
  63018: "Rate limit exceeded for Channel",
  63019: "Media failed to download",
  63024: "Invalid message recipient",
} as const;

export type DeliveryError = keyof typeof DELIVERY_ERRORS;

export function isDeliveryError(code: number): code is DeliveryError {
  return code in DELIVERY_ERRORS;
}
