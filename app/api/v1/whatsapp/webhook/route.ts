import { incomingMessageRoute } from "../../../../webhook/messages.ts";

/** The same as /webhook/whatsapp/incoming, where the former system had it. */
export const POST = incomingMessageRoute("whatsapp");

export function GET(): Response {
  return new Response("ok", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
