/** Reading and building the nodes (a binary XML) that WhatsApp speaks. */
import type { BinaryNode } from "./baileys.ts";

export const SERVER = "s.whatsapp.net";
/** How the server itself is addressed: nobody at it. */
export const FROM_SERVER = `@${SERVER}`;

export function node(
  tag: string,
  attrs: Record<string, string | undefined> = {},
  content?: BinaryNode["content"],
): BinaryNode {
  const given = Object.entries(attrs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { tag, attrs: Object.fromEntries(given), ...(content === undefined ? {} : { content }) };
}

export function childrenOf(parent: BinaryNode | undefined, tag?: string): BinaryNode[] {
  if (!Array.isArray(parent?.content)) return [];
  return tag === undefined ? parent.content : parent.content.filter((child) => child.tag === tag);
}

export function childOf(parent: BinaryNode | undefined, tag: string): BinaryNode | undefined {
  return childrenOf(parent, tag)[0];
}

/** The bytes in a node, none when there is no such node. */
export function bytesOf(holder: BinaryNode | undefined): Buffer {
  const content = holder?.content;
  if (content === undefined || Array.isArray(content)) return Buffer.alloc(0);
  return Buffer.from(content);
}

export function numberIn(holder: BinaryNode | undefined): number {
  const bytes = bytesOf(holder);
  return bytes.length === 0 ? 0 : bytes.readUIntBE(0, bytes.length);
}

/** `bytes` of a number, the highest first. */
export function bigEndian(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}

export function epochSeconds(): string {
  return String(Math.floor(Date.now() / 1000));
}

/** The answer to a query. */
export function resultOf(iq: BinaryNode, content?: BinaryNode[]): BinaryNode {
  return node("iq", { from: iq.attrs.to ?? FROM_SERVER, id: iq.attrs.id, type: "result", t: epochSeconds() }, content);
}

/** The refusal of a query. */
export function errorOf(iq: BinaryNode, code: number, text: string): BinaryNode {
  return node("iq", { from: iq.attrs.to ?? FROM_SERVER, id: iq.attrs.id, type: "error" }, [
    node("error", { code: String(code), text }),
  ]);
}
