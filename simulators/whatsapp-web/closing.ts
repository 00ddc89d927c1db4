/** How WhatsApp ends a connection, by the code that a client makes of it. */
import type { Account } from "./accounts/account.ts";
import type { BinaryNode } from "./wire/baileys.ts";
import type { Connection } from "./wire/connection.ts";
import { FROM_SERVER, node } from "./wire/nodes.ts";
import type { World } from "./world.ts";

export const CLOSE_CODES = [401, 402, 403, 405, 406, 408, 411, 428, 440, 500, 503, 515] as const;
export type CloseCode = (typeof CLOSE_CODES)[number];

/**
 * Ends the connections of an account's devices, and returns how many there were. 401 is the phone that unlinks its
 * devices; 403, 402, 406 and 405 also refuse the logins that follow, until the door takes it back.
 */
export function close(account: Account, code: CloseCode): number {
  const connections = [...account.companions.values()].flatMap(({ connection }) => connection ?? []);
  for (const connection of connections) end(connection, code);
  if (code === 401) account.companions.clear();
  if (code === 402 || code === 403 || code === 405 || code === 406) account.refusal = { code, times: undefined };
  return connections.length;
}

/** Ends every connection, those that show a QR too. */
export function closeAll(world: World, code: CloseCode): number {
  const unpaired = [...world.registrations].map(({ connection }) => connection);
  for (const connection of unpaired) end(connection, code);
  return world.accounts.all().reduce((count, account) => count + close(account, code), unpaired.length);
}

function end(connection: Connection, code: CloseCode): void {
  // No message says 408: the client notices that nothing comes any more.
  if (code === 408) connection.deadness = "silent";
  else connection.end(reasonOf(code));
}

/** The node that comes before the end of the stream. */
function reasonOf(code: Exclude<CloseCode, 408>): BinaryNode | undefined {
  switch (code) {
    case 401:
      return node("stream:error", { code: "401" }, [node("conflict", { type: "device_removed" })]);
    case 402:
    case 403:
    case 405:
    case 406:
      return node("failure", { reason: String(code), location: "sim" });
    case 411:
      return node("ib", { from: FROM_SERVER }, [node("downgrade_webclient")]);
    case 428:
      return undefined;
    case 440:
      return node("stream:error", {}, [node("conflict", { type: "replaced" })]);
    case 500:
    case 503:
    case 515:
      return node("stream:error", { code: String(code) });
    default:
      return code satisfies never;
  }
}
