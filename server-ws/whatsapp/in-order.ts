/**
 * What is written in one chat is read in the order in which it was written. The client by itself takes messages up at the
 * same time: who writes for the first time is looked up first, and is overtaken meanwhile by their own second message. And
 * what waited at WhatsApp it puts into a queue of its own, which what comes now goes past. Here the messages of a chat go
 * into the client one after the other, as WhatsApp brings them; chats do not wait for each other.
 */
import type { EventEmitter } from "node:events";
import type { BinaryNode } from "@whiskeysockets/baileys";
import type { Log } from "#lib/log.ts";
import type { Baileys, ClientSocket } from "./client.ts";

const MESSAGE = "CB:message";

type Incoming = EventEmitter & Pick<ClientSocket["ws"], "isOpen">;

/** To be called before anybody but the client itself listens to this socket. */
export function inOrder({ jidNormalizedUser }: Pick<Baileys, "jidNormalizedUser">, ws: Incoming, log: Log): void {
  const takers = ws.listeners(MESSAGE);
  const lines = new Map<string, Promise<void>>();
  ws.removeAllListeners(MESSAGE);
  ws.on(MESSAGE, (node: BinaryNode) => {
    const chat = jidNormalizedUser(chatOf(node));
    const taken = (lines.get(chat) ?? Promise.resolve()).then(take).catch((error: unknown) => {
      log.error({ err: error, provider_id: node.attrs.id }, "the WhatsApp client could not take a message");
    });
    lines.set(chat, taken);
    void taken.then(() => lines.get(chat) === taken && lines.delete(chat));

    async function take(): Promise<void> {
      // It is not acknowledged, and so it is brought again.
      if (!ws.isOpen) return;
      const { offline: _, ...attrs } = node.attrs;
      for (const taker of takers) await Reflect.apply(taker, ws, [{ ...node, attrs }]);
    }
  });
}

/** By the name that a person has under either of theirs, where it is told; of what we wrote ourselves: to whom. */
function chatOf({ attrs }: BinaryNode): string | undefined {
  if (attrs.recipient !== undefined) return attrs.peer_recipient_lid ?? attrs.recipient;
  return attrs.sender_lid ?? attrs.from;
}
