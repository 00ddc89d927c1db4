/**
 * One line of the source table. `text` and `sounds` have the same number of space-separated words;
 * `sounds` are espeak-ng phonemes (a quote stands before the stressed vowel), and a `_700` inside it
 * is a scripted pause of that many milliseconds. With another language than Hebrew, that language's voice reads the
 * text itself, and `sounds` only say in Latin letters how it sounds.
 */
export interface SpokenLine {
  id: string;
  speaker: SpeakerName;
  /** Hebrew when left out. */
  language?: "en" | "ru";
  text: string;
  sounds: string;
}

/** How a caller's voice is made: an espeak-ng voice variant, base pitch (0-99) and words a minute. */
interface Speaker {
  variant: string;
  pitch: number;
  speed: number;
}

/** The callers. Each phrase varies its speaker's pitch and speed a little, as people do. */
export const speakers = {
  yossi: { variant: "m3", pitch: 38, speed: 198 },
  michal: { variant: "f2", pitch: 58, speed: 192 },
  avi: { variant: "m1", pitch: 30, speed: 204 },
  tamar: { variant: "f4", pitch: 50, speed: 196 },
  david: { variant: "m7", pitch: 44, speed: 188 },
} satisfies Record<string, Speaker>;

type SpeakerName = keyof typeof speakers;
