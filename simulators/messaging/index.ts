/** Messages by SMS and WhatsApp: the other half of the phone network's account, on the same server. */
export { answerMessagingDoor } from "./door.ts";
export type { WrittenInput } from "./inbound-params.ts";
export { Messaging } from "./messaging.ts";
export { answerMessaging } from "./rest.ts";
export type { SeenMessage } from "./view.ts";
