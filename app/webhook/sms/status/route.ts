import { messageStatusRoute } from "../../messages.ts";

/** A status only ever advances its message. */
export const POST = messageStatusRoute("sms");
