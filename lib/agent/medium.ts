/** How an answer reaches somebody: aloud on the phone (voice.ts), or as a message (writing.ts). */
export interface Medium {
  /** The way out for one reply. */
  outlet(): Outlet;
  /** Words may be cut while they go out: of what was cut, the model is told that it was. */
  cutsWords: boolean;
}

/** What of a reply goes out, and how, while the model writes it. */
export interface Outlet {
  /** Another answer of the model begins; what went out stays out. */
  restart(): void;
  /** What goes out now. Throws Nonsense when the answer is of no use to anybody. */
  push(delta: string): string;
  /** The model pauses or is done: what was held back. Throws Nonsense like `push`. */
  flush(): string;
  /** Why nothing more of this answer goes out; null while it may go on. */
  readonly stopped: string | null;
  /** A sentence in another language was left out of this answer. */
  readonly strayed: boolean;
}
