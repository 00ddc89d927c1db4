/** A syllable of 150 ms and the pause after it. */
const SYLLABLE = { sounds: 1200, whole: 1600 };

/** Raw mu-law that passes for this text: all loudnesses there are, in syllables, 80 ms a letter, and a soft end. */
export function speechLike(text: string): Uint8Array {
  const mulaw = new Uint8Array(text.length * 80 * 8).map((_, i) =>
    i % SYLLABLE.whole < SYLLABLE.sounds ? (i + (text.codePointAt(0) ?? 0)) % 251 : 0xff,
  );
  mulaw.fill(0xff, -400);
  return mulaw;
}
