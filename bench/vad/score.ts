/** Frames that were called speech, against frames that are. */
export interface Score {
  precision: number;
  recall: number;
  f1: number;
}

/** Both lists have one entry a frame; entries that only one of them has do not count. */
export class Tally {
  #right = 0;
  #invented = 0;
  #missed = 0;

  add(decided: readonly boolean[], annotated: readonly boolean[]): void {
    for (let frame = 0; frame < Math.min(decided.length, annotated.length); frame++) {
      if (decided[frame] && annotated[frame]) this.#right += 1;
      else if (decided[frame]) this.#invented += 1;
      else if (annotated[frame]) this.#missed += 1;
    }
  }

  /** Null without any frame that is, or was called, speech. */
  score(): Score | null {
    const precision = this.#right / (this.#right + this.#invented);
    const recall = this.#right / (this.#right + this.#missed);
    if (this.#right === 0) return this.#invented + this.#missed === 0 ? null : { precision: 0, recall: 0, f1: 0 };
    return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
  }
}

/** Which frames of `frameSamples` are mostly inside the annotated stretches. */
export function annotatedFrames(
  speech: readonly { from: number; to: number }[],
  frames: number,
  frameSamples: number,
): boolean[] {
  return Array.from({ length: frames }, (_, frame) => {
    const from = (frame * frameSamples) / 8000;
    const to = ((frame + 1) * frameSamples) / 8000;
    const spoken = speech.reduce((sum, one) => sum + Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)), 0);
    return spoken > (to - from) / 2;
  });
}
