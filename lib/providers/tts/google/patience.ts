const LEAST_MS = 1800;
const PER_CHARACTER_MS = 20;
const MOST_MS = 3200;

/**
 * How long Google may take for a text. A sentence of usual length fails while the second voice can still step in
 * unnoticed; a long one may take its time, but leaves the second voice its own deadline within a call's `voiceStallMs`.
 */
export function deadlineMs(text: string): number {
  return Math.min(MOST_MS, LEAST_MS + PER_CHARACTER_MS * text.length);
}
