/** Pieces of audio in order, and how many bytes they are together. */
export class ByteQueue {
  #pieces: Uint8Array[] = [];
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  push(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#bytes += piece.length;
  }

  /** Forgets the oldest pieces until no more than so many bytes are left. */
  limit(maxBytes: number): void {
    while (this.#bytes > maxBytes) this.#bytes -= this.#pieces.shift()?.length ?? 0;
  }

  /** Everything in one piece; the queue keeps it. */
  joined(): Uint8Array {
    return Buffer.concat(this.#pieces);
  }

  clear(): void {
    this.#pieces = [];
    this.#bytes = 0;
  }
}
