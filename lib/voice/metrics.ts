import type { CallerDraft } from "./caller-draft.ts";
import type { TurnMetrics } from "./turns.ts";

export interface TurnTimes {
  /** The end of the caller's speech, as the detector places it. */
  speechEndAt: number;
  /** The silence had lasted long enough for these words. */
  decidedAt: number;
  /** The last of the words was known; before the decision or after it. */
  textAt: number;
}

/**
 * Times one answer, from the caller's last sound to the agent's first. An answer may be thought and spoken while it is
 * not yet decided that it will be given, so that its steps overlap: they need not add up to the whole.
 */
export class Stopwatch {
  readonly #times: TurnTimes;
  #askedAt: number | null = null;
  #sentenceAt: number | null = null;
  #readyAt: number | null = null;
  #audioAt: number | null = null;

  /** It is decided now that this turn, whose speech ended then and whose words need so much silence, is over. */
  static since(
    { waiting, textAt }: Pick<CallerDraft, "waiting" | "textAt">,
    { endedAt, neededMs }: { endedAt: number; neededMs: number },
    now: number,
  ): Stopwatch {
    return new Stopwatch(decisionTimes(endedAt, neededMs, waiting > 0 ? now : textAt, now));
  }

  constructor(times: TurnTimes) {
    this.#times = times;
  }

  /** How long the caller had been quiet at this moment. */
  quietMs(now: number): number {
    return Math.max(0, now - this.#times.speechEndAt);
  }

  /** When the brain was asked, perhaps before it was decided that it should answer. */
  asked(at: number): void {
    this.#askedAt = at;
  }

  /** There is something to say; only the first time counts. */
  sentence(at: number): void {
    this.#sentenceAt ??= at;
  }

  /**
   * Its audio, which was there at `readyAt`, goes into the line; only the first time counts. A filler is no answer and is
   * not told here.
   */
  audio(readyAt: number, now: number): void {
    this.#readyAt ??= readyAt;
    this.#audioAt ??= now;
  }

  /** Null until the answer has begun. */
  read(): TurnMetrics | null {
    if (this.#readyAt === null || this.#audioAt === null || this.#sentenceAt === null) return null;
    const { speechEndAt, decidedAt, textAt } = this.#times;
    const knownAt = Math.max(decidedAt, textAt);
    const askedAt = Math.min(knownAt, this.#askedAt ?? knownAt);
    return {
      endpointMs: Math.round(decidedAt - speechEndAt),
      tAudioMs: Math.round(knownAt - decidedAt),
      tNlpMs: Math.round(this.#sentenceAt - askedAt),
      tTtsMs: Math.round(this.#readyAt - this.#sentenceAt),
      voiceToVoiceMs: Math.round(this.#audioAt - speechEndAt),
    };
  }
}

/**
 * When we decided, if it is decided only now: a text that came after the silence had lasted long enough was waited
 * for, and that wait is the recogniser's, not the endpoint's.
 */
function decisionTimes(speechEndAt: number, neededMs: number, textAt: number, now: number): TurnTimes {
  const silenceMetAt = Math.min(now, speechEndAt + neededMs);
  return textAt > silenceMetAt
    ? { speechEndAt, decidedAt: silenceMetAt, textAt: Math.min(textAt, now) }
    : { speechEndAt, decidedAt: now, textAt: now };
}
