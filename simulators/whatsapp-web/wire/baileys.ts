/**
 * WhatsApp's own encodings (protobuf, binary nodes, Signal) are taken from Baileys. It is an optional dependency: only a
 * process that starts this simulator loads it.
 */
export type Baileys = typeof import("@whiskeysockets/baileys");
export type { BinaryNode, ILogger, proto } from "@whiskeysockets/baileys";

/** Rejects with Node's own ERR_MODULE_NOT_FOUND where the optional dependency was not installed. */
export function loadBaileys(): Promise<Baileys> {
  return import("@whiskeysockets/baileys");
}
