import type { Voice } from "../types.ts";

const GOOD_FOR_MS = 6 * 60 * 60_000;
const AGAIN_AFTER_MS = 60_000;

/** The voices there are, asked rarely. A list that cannot be had is no reason to be mute: then it is empty. */
export class VoiceList {
  readonly #ask: () => Promise<Voice[]>;
  readonly #now: () => number;
  #known: Voice[] = [];
  #askAgainAt = 0;
  #asking: Promise<Voice[]> | null = null;

  constructor(ask: () => Promise<Voice[]>, now: () => number) {
    this.#ask = ask;
    this.#now = now;
  }

  /** What is known now; never waits. Asks in the background when that is old. */
  known(): readonly Voice[] {
    if (this.#now() >= this.#askAgainAt) this.fresh().catch(stayWithWhatIsKnown);
    return this.#known;
  }

  /** Asks, once for everybody who waits. Throws ProviderFailed. */
  fresh(): Promise<Voice[]> {
    this.#asking ??= this.#load().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #load(): Promise<Voice[]> {
    this.#askAgainAt = this.#now() + AGAIN_AFTER_MS;
    this.#known = await this.#ask();
    this.#askAgainAt = this.#now() + GOOD_FOR_MS;
    return this.#known;
  }
}

function stayWithWhatIsKnown(): void {}
