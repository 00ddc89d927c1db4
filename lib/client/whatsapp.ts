import { type ConnectInput, type WhatsappProvider, type WhatsappView, whatsappView } from "../whatsapp/schemas.ts";
import { api } from "./api.ts";

const CONNECTION = "/api/settings/whatsapp/connection";

/** Has WhatsApp carried by this one from now on. Throws ApiError. */
export function chooseWhatsapp(provider: WhatsappProvider): Promise<WhatsappView> {
  return api("/api/settings/whatsapp", whatsappView, { method: "PUT", body: { provider } });
}

/** Has the phone connected, or paired anew. Throws ApiError. */
export function connectWhatsapp(input: ConnectInput): Promise<WhatsappView> {
  return api(CONNECTION, whatsappView, { method: "POST", body: input });
}

/** Ends the pairing. Throws ApiError. */
export function disconnectWhatsapp(): Promise<WhatsappView> {
  return api(CONNECTION, whatsappView, { method: "DELETE" });
}
