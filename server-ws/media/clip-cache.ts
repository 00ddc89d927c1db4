/** Rendered sentences of the businesses that are being called, in memory: the greeting must not wait for the database. */
import type { Context } from "#lib/context.ts";

type Load = (ctx: Context, voice: string | null, texts: string[]) => Promise<Map<string, Uint8Array>>;

const MAX_BYTES = 64 * 1024 * 1024;

export class ClipCache {
  readonly #load: Load;
  readonly #maxBytes: number;
  /** A clip is what was said in which voice and never changes, so nothing here can grow stale. Least used first. */
  readonly #clips = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(load: Load, maxBytes = MAX_BYTES) {
    this.#load = load;
    this.#maxBytes = maxBytes;
  }

  /** The audio of those texts that have been rendered; the others are looked for again the next time. */
  async get(ctx: Context, voice: string | null, texts: string[]): Promise<Map<string, Uint8Array>> {
    const keyOf = (text: string) => `${ctx.businessId}\n${voice ?? ""}\n${text}`;
    const found = new Map<string, Uint8Array>();
    for (const text of texts) {
      const clip = this.#clips.get(keyOf(text));
      if (!clip) continue;
      this.#keep(keyOf(text), clip);
      found.set(text, clip);
    }
    const missing = texts.filter((text) => !found.has(text));
    if (missing.length === 0) return found;
    for (const [text, loaded] of await this.#load(ctx, voice, missing)) {
      // A copy of its own: what the database's driver gives is a slice of a buffer that is much larger.
      const clip = new Uint8Array(loaded);
      this.#keep(keyOf(text), clip);
      found.set(text, clip);
    }
    return found;
  }

  #keep(key: string, clip: Uint8Array): void {
    this.#forget(key);
    this.#clips.set(key, clip);
    this.#bytes += clip.length;
    for (const oldest of this.#clips.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#clips.get(key)?.length ?? 0;
    this.#clips.delete(key);
  }
}
