/** How the agent's voice on a stream paused at sounds of the caller that were no words, and went on. */
import { eventsOf, type LineEvent } from "./line-events.ts";

export interface Pause {
  /** When the sound began and ended. */
  soundAt: number;
  soundEndAt: number;
  /** When the line was told to be quiet. */
  clearedAt: number;
  /** When the agent's voice was there again; infinite when it never was. */
  againAt: number;
}

/** Later than this after a sound nothing pauses because of it. */
const NOTICED_WITHIN_MS = 1500;

/** For each recording of a sound without words: the pause that it made; null when the voice never paused. */
export function pausesAtSounds(events: readonly LineEvent[]): (Pause | null)[] {
  const ends = eventsOf(events, "caller_speech_end").filter(({ phrase }) => phrase === null);
  return eventsOf(events, "caller_speech_start").flatMap(({ phrase, at: soundAt }) => {
    const soundEndAt = ends.find(({ at }) => at > soundAt)?.at;
    if (phrase !== null || soundEndAt === undefined) return [];
    const clearedAt = eventsOf(events, "clear").find(
      ({ at }) => at > soundAt && at < soundEndAt + NOTICED_WITHIN_MS,
    )?.at;
    if (clearedAt === undefined) return [null];
    const again = eventsOf(events, "agent_audio").find(({ at }) => at > clearedAt);
    return [{ soundAt, soundEndAt, clearedAt, againAt: again?.at ?? Number.POSITIVE_INFINITY }];
  });
}
