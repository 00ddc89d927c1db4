/** The WhatsApp Web client itself: an optional dependency, imported when the first business uses it, and not before. */
import type { WASocket } from "@whiskeysockets/baileys";
import type { Log } from "#lib/log.ts";

export type Baileys = typeof import("@whiskeysockets/baileys");

/** What a session needs of the client's socket. */
export type ClientSocket = Pick<
  WASocket,
  | "ev"
  | "ws"
  | "signalRepository"
  | "authState"
  | "query"
  | "relayMessage"
  | "waUploadToServer"
  | "sendPresenceUpdate"
  | "onWhatsApp"
  | "readMessages"
  | "requestPairingCode"
  | "logout"
  | "end"
>;

/** Null when it is not installed. `publicKey` (hex): whom to trust instead of WhatsApp's own certificate. */
export async function loadClient(publicKey: string | undefined, log: Log): Promise<Baileys | null> {
  try {
    const client = await import("@whiskeysockets/baileys");
    if (publicKey !== undefined) client.WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(publicKey, "hex");
    muzzleLibsignal(log);
    return client;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}

/** libsignal prints whole sessions, private keys included, to the console; of that only the first words are kept. */
function muzzleLibsignal(log: Log): void {
  const said = (words: unknown) => log.debug({ words: String(words).slice(0, 200) }, "libsignal");
  console.info = said;
  console.warn = said;
  console.error = said;
}

/** The client's own lines: only its troubles, because the rest tells keys and messages. */
export function clientLog(log: Log): Log {
  const quiet = ["silent", "fatal", "error"].includes(log.level);
  return log.child({ part: "whatsapp-client" }, { level: quiet ? log.level : "warn" });
}
