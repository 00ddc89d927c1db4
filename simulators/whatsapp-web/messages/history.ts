/** What a phone sends to a device that was just linked: its chats (none) and whose LID belongs to which number. */
import { deflateSync } from "node:zlib";
import type { Account } from "../accounts/account.ts";
import type { Companion } from "../accounts/companion.ts";
import { epochSeconds, node } from "../wire/nodes.ts";
import type { World } from "../world.ts";
import { newMessageId } from "./outgoing.ts";

/** Once for each device, as soon as it can be encrypted for. */
export async function sendHistory(world: World, account: Account, companion: Companion): Promise<void> {
  if (companion.hasHistory) return;
  companion.hasHistory = true;
  await account.phone.work(async () => {
    const { HistorySync, Message } = world.wa.proto;
    const history = HistorySync.encode({
      syncType: HistorySync.HistorySyncType.INITIAL_BOOTSTRAP,
      progress: 100,
      chunkOrder: 1,
      phoneNumberToLidMappings: [{ pnJid: account.address("pn"), lidJid: account.address("lid") }],
    }).finish();
    const notification = {
      syncType: Message.HistorySyncType.INITIAL_BOOTSTRAP,
      initialHistBootstrapInlinePayload: deflateSync(history),
      progress: 100,
      chunkOrder: 1,
    };
    const type = Message.ProtocolMessage.Type.HISTORY_SYNC_NOTIFICATION;
    const content = { protocolMessage: { type, historySyncNotification: notification } };
    const device = account.address("pn", companion.id);
    const sealed = await account.phone.seal(device, content, () => companion.takeKeys());
    const attrs = {
      from: account.address("pn"),
      id: newMessageId(),
      t: epochSeconds(),
      type: "text",
      category: "peer",
    };
    companion.deliver(node("message", attrs, [node("enc", { v: "2", type: sealed.type }, sealed.ciphertext)]));
  });
}
