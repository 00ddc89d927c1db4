import { SAMPLES_PER_MS } from "./audio-clock.ts";

/** Hebrew speech runs at about fourteen letters a second; used only while a sentence's true length is unknown. */
export const MS_PER_LETTER = 70;

/** A sentence as it lies in the line. Positions are the playback's; null while it is not there. */
export interface PlacedText {
  text: string;
  startSample: number | null;
  endSample: number | null;
}

/**
 * What was heard of these sentences when the playback had come to `heardSample`: exact to the sentence, by proportion
 * to the word within one. Always a beginning of `spokenText` of the same sentences.
 */
export function heardText(placed: readonly PlacedText[], heardSample: number, sentSample: number): string {
  const parts: string[] = [];
  for (const { text, startSample, endSample } of placed) {
    if (startSample === null || heardSample < startSample) break;
    const length =
      endSample === null
        ? Math.max(sentSample - startSample, text.length * MS_PER_LETTER * SAMPLES_PER_MS)
        : endSample - startSample;
    const share = length === 0 ? 1 : (heardSample - startSample) / length;
    parts.push(beginningOf(text, share));
    if (share < 1) break;
  }
  return parts.filter(Boolean).join(" ");
}

/** Everything that was said or was going to be. */
export function spokenText(placed: readonly PlacedText[]): string {
  return placed
    .map(({ text }) => text)
    .filter(Boolean)
    .join(" ");
}

/** What was heard of a text, and its next words: they may be on their way to the ear. */
export function withNextWords(heard: string, text: string, count: number): string {
  const next = text.slice(heard.length).trim().split(/\s+/u).slice(0, count);
  return [heard, ...next].join(" ").trim();
}

/** That share of a text, down to the last whole word. */
export function beginningOf(text: string, share: number): string {
  if (share >= 1) return text;
  const letters = Math.floor(text.length * Math.max(0, share));
  const space = /\s/u.test(text.charAt(letters)) ? letters : text.slice(0, letters).search(/\s\S*$/u);
  return text.slice(0, Math.max(0, space)).trimEnd();
}
