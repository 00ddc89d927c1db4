/** The client's values as bytes to keep: JSON, with its own way to write buffers. */
import type { Baileys } from "./client.ts";

export function toBytes({ BufferJSON }: Baileys, value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value, BufferJSON.replacer));
}

export function fromBytes({ BufferJSON }: Baileys, bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString("utf8"), BufferJSON.reviver);
}
