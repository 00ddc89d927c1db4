import { incomingMessageRoute } from "../../messages.ts";

/** A customer writes. */
export const POST = incomingMessageRoute("whatsapp");
