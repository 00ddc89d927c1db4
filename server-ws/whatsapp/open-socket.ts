import type { AuthenticationState, CacheStore, WAMessageKey, WAVersion } from "@whiskeysockets/baileys";
import type { Log } from "#lib/log.ts";
import { readSentContent } from "#lib/whatsapp/device.ts";
import type { Hold } from "#lib/whatsapp/hold.ts";
import { type Baileys, type ClientSocket, clientLog } from "./client.ts";
import { inOrder } from "./in-order.ts";
import type { Journal } from "./journal.ts";

export interface SocketParts {
  hold: Hold;
  auth: AuthenticationState;
  journal: Journal;
  /** How often each message was asked for again: longer than a socket. */
  retries: CacheStore;
  version: WAVersion | null;
}

export type OpenSocket = (parts: SocketParts) => ClientSocket;

/** How the real client is opened. `webUrl`: where WhatsApp Web is met, when not at its own address. */
export function openSocketWith(client: Baileys, webUrl: string | undefined, log: Log): OpenSocket {
  const lines = clientLog(log);
  return ({ hold, auth, journal, retries, version }) => {
    const socket = client.makeWASocket({
      ...(webUrl === undefined ? {} : { waWebSocketUrl: webUrl }),
      ...(version === null ? {} : { version }),
      logger: lines,
      auth: { creds: auth.creds, keys: client.makeCacheableSignalKeyStore(auth.keys, lines) },
      makeSignalRepository: journal.makeRepository,
      msgRetryCounterCache: retries,
      getMessage: (key) => sentBefore(client, hold, key),
      // Groups, broadcasts and channels are acknowledged unread: nobody here answers them.
      shouldIgnoreJid: (jid) => !client.isPnUser(jid) && !client.isLidUser(jid),
      // Recent history brings the numbers behind the LIDs; all of it would be months of other people's words.
      syncFullHistory: false,
      emitOwnEvents: false,
      // The phone itself goes on ringing for its owner.
      markOnlineOnConnect: false,
      // A write that fails is seen by the session, which begins anew from what is kept.
      transactionOpts: { maxCommitRetries: 2, delayBetweenTriesMs: 200 },
    });
    inOrder(client, socket.ws, log);
    return socket;
  };
}

/** The other side could not read a message and asks for it once more. */
async function sentBefore({ proto }: Baileys, { ctx }: Hold, { id }: WAMessageKey) {
  const content = id ? await readSentContent(ctx, id) : null;
  return content === null ? undefined : proto.Message.decode(content);
}
