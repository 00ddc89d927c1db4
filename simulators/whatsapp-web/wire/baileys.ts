/**
 * WhatsApp's own encodings (protobuf, binary nodes, Signal) are taken from Baileys. It is an optional dependency: only a
 * process that starts this simulator loads it.
 */
import type { UserFacingSocketConfig } from "@whiskeysockets/baileys";

export type Baileys = typeof import("@whiskeysockets/baileys");
export type { BinaryNode, proto } from "@whiskeysockets/baileys";

type Logger = NonNullable<UserFacingSocketConfig["logger"]>;

/** What Baileys has to say is of no interest here. */
export const silentLogger: Logger = {
  level: "silent",
  child: () => silentLogger,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};

/** Rejects with Node's own ERR_MODULE_NOT_FOUND where the optional dependency was not installed. */
export function loadBaileys(): Promise<Baileys> {
  return import("@whiskeysockets/baileys");
}
