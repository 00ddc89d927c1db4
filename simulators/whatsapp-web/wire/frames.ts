/** Cuts the byte stream of a client into frames: first its header, then messages with a length of three bytes each. */

/** `WA`, the version of the protocol, and the version of the dictionary of tokens. */
export const HEADER = Buffer.from([0x57, 0x41, 6, 3]);

export class FrameReader {
  #bytes = Buffer.alloc(0);
  #begun = false;

  /** The frames that are complete now. Throws when the stream does not begin as a client's. */
  push(data: Uint8Array): Buffer[] {
    this.#bytes = Buffer.concat([this.#bytes, data]);
    if (!this.#begun && !this.#begin()) return [];
    const frames: Buffer[] = [];
    while (this.#bytes.length >= 3) {
      const end = 3 + this.#bytes.readUIntBE(0, 3);
      if (this.#bytes.length < end) break;
      frames.push(this.#bytes.subarray(3, end));
      this.#bytes = this.#bytes.subarray(end);
    }
    return frames;
  }

  /** A client that was told its route (edge_routing) says it before the header. */
  #begin(): boolean {
    if (this.#bytes.length < 7) return false;
    const routed = this.#bytes.toString("latin1", 0, 2) === "ED";
    const start = routed ? 7 + this.#bytes.readUIntBE(4, 3) : 0;
    if (this.#bytes.length < start + HEADER.length) return false;
    if (!this.#bytes.subarray(start, start + HEADER.length).equals(HEADER)) throw new Error("not a WhatsApp client");
    this.#bytes = this.#bytes.subarray(start + HEADER.length);
    this.#begun = true;
    return true;
  }
}

export function frame(data: Uint8Array): Buffer {
  const length = Buffer.alloc(3);
  length.writeUIntBE(data.length, 0, 3);
  return Buffer.concat([length, data]);
}
