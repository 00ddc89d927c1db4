import { HebrewGuard } from "./answer-guard.ts";
import type { Medium, Outlet } from "./medium.ts";
import { SpeechFilter } from "./speech-filter.ts";
import { SpokenSentences } from "./spoken-sentences.ts";

/** Aloud, clause by clause. */
export const voice: Medium = { outlet: () => new SpokenAnswer(), cutsWords: true };

class SpokenAnswer implements Outlet {
  /** Over the whole reply: what was said before a tool ran is not said again after it. */
  readonly #sentences = new SpokenSentences();
  #filter = new SpeechFilter();
  #hebrew = new HebrewGuard();

  restart(): void {
    this.#sentences.restart();
    this.#filter = new SpeechFilter();
    this.#hebrew = new HebrewGuard();
  }

  push(delta: string): string {
    return this.#sentences.push(this.#hebrew.push(this.#filter.push(delta)));
  }

  flush(): string {
    const last = this.#sentences.push(this.#hebrew.push(this.#filter.flush()) + this.#hebrew.flush());
    return last + this.#sentences.flush();
  }

  get stopped(): string | null {
    if (this.#sentences.leaking) return "an answer from the instructions";
    return this.#sentences.full ? "an answer without end" : null;
  }

  get strayed(): boolean {
    return this.#sentences.strayed;
  }
}
