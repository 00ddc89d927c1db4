import type { Account } from "../accounts/account.ts";
import type { proto } from "../wire/baileys.ts";
import type { World } from "../world.ts";
import { fetchAttachment } from "./attachments.ts";
import { shownOf } from "./content.ts";
import type { PhoneMessage } from "./inbox.ts";

/** Puts a message on a phone's screen, when it is one for people. */
export function show(
  world: World,
  account: Account,
  seen: Pick<PhoneMessage, "id" | "chat" | "from" | "fromDevice" | "status">,
  message: proto.IMessage,
): void {
  const shown = shownOf(message);
  if (shown) account.phone.inbox.add({ ...seen, ...shown, media: fetchAttachment(world.media, message) });
}
