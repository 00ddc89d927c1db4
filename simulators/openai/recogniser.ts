import type { Phrasebook } from "../phrasebook/types.ts";
import { type Candidate, findCandidates } from "./recognition/candidates.ts";
import { findLandmarks, HOP_SAMPLES } from "./recognition/landmarks.ts";
import { buildReference, type Reference, type ReferenceWord } from "./recognition/reference.ts";
import { fromMulaw, RATE, type Signal, STRIDE, toSignal } from "./recognition/signal.ts";
import { checkWord, findWord, type WordMatch } from "./recognition/word-match.ts";

/** A word that was heard; times in seconds from the beginning of the audio. */
export interface RecognisedWord {
  text: string;
  /** How it is pronounced, in Latin letters. */
  sounds: string;
  start: number;
  end: number;
  confidence: number;
}

/** What was heard. Empty text and confidence 0 when nothing known was said. */
export interface Recognition {
  text: string;
  words: RecognisedWord[];
  confidence: number;
}

export interface Recogniser {
  /** Mu-law bytes or samples between -1 and 1, either at 8 kHz. */
  recognise(audio: Uint8Array | Float32Array): Recognition;
}

/** Words of one phrase that were found together. */
type Run = WordMatch[];

// 120 ms of sound may be a word.
const WORTH_ANOTHER_LOOK = 12;
// The best guesses whose neighbours are tried too.
const DAMAGED_WORDS = 6;
// Every guess that is looked into costs some 0.2 ms.
const MISSES_PER_SECOND = 12;
// How far a word may lie from where its neighbour puts it: one lost frame of 20 ms, and a little.
const NEIGHBOUR_REACH = 240;
const CANDIDATE_REACH = 120;
// Below this another word may fit better yet: the same word in another phrase.
const SURE_FIT = 0.97;

/**
 * A recogniser that knows the phrasebook's words and no other, and hears them only in the audio: it matches spectral
 * landmarks to find where a word may be, then compares the waveform itself. What did not arrive is not returned.
 */
export function createRecogniser(phrasebook: Phrasebook): Recogniser {
  const reference = buildReference(phrasebook);
  return {
    recognise(audio) {
      const received = toSignal(audio instanceof Uint8Array ? fromMulaw(audio) : audio);
      return toRecognition(withoutOverlaps(listen(received, reference)));
    },
  };
}

/** Listens once, and once more with the landmarks' grid half a hop later when something that sounds was not understood. */
function listen(received: Signal, reference: Reference): Run[] {
  const runs = matchAll(received, findCandidates(findLandmarks(received.even), reference), reference, []);
  if (longestUnexplained(received, runs) < WORTH_ANOTHER_LOOK) return runs;
  const later = findLandmarks(received.even.subarray(HOP_SAMPLES / 2 / STRIDE));
  return matchAll(received, findCandidates(later, reference), reference, runs);
}

function matchAll(received: Signal, candidates: Candidate[], reference: Reference, known: Run[]): Run[] {
  const runs = [...known];
  let tries = DAMAGED_WORDS;
  let misses = MISSES_PER_SECOND * Math.max(1, received.length / RATE);
  for (const candidate of candidates) {
    const word = reference.words[candidate.word];
    if (!word) continue;
    const near = word.start - candidate.lag * HOP_SAMPLES;
    if (isExplained(runs, near, near + word.end - word.start)) continue;
    const seed = findWord(received, word, near, CANDIDATE_REACH) ?? besides(received, word, near, reference, tries);
    tries--;
    if (!seed) {
      if (--misses <= 0) break;
      continue;
    }
    runs.push([seed, ...follow(received, seed, 1, reference), ...follow(received, seed, -1, reference)]);
  }
  return runs;
}

/** The promising word itself may be the damaged one: its neighbours are looked for where it puts them. */
function besides(
  received: Signal,
  word: ReferenceWord,
  near: number,
  reference: Reference,
  tries: number,
): WordMatch | undefined {
  if (tries <= 0) return undefined;
  for (const step of [1, -1]) {
    const other = reference.words[word.index + step];
    if (other?.phrase !== word.phrase) continue;
    const match = findWord(received, other, near + other.start - word.start, NEIGHBOUR_REACH);
    if (match) return match;
  }
  return undefined;
}

/** Finds the words after (or before) one that was found, where its phrase has them. */
function follow(received: Signal, seed: WordMatch, step: 1 | -1, reference: Reference): WordMatch[] {
  const found: WordMatch[] = [];
  let lag = seed.word.start - seed.start;
  for (let index = seed.word.index + step; ; index += step) {
    const word = reference.words[index];
    if (word?.phrase !== seed.word.phrase) return found;
    const start = word.start - lag;
    const length = word.end - word.start;
    if (start + length < 0 || start > received.length) return found;
    const match = checkWord(received, word, start) ?? findWord(received, word, start, NEIGHBOUR_REACH);
    if (!match) continue;
    lag = word.start - match.start;
    found.push(match);
  }
}

/** Whether words that were found already fill most of this stretch: whatever fits it there would be the same sound. */
function isExplained(runs: Run[], from: number, to: number): boolean {
  let covered = 0;
  for (const { word, start, fit } of runs.flat()) {
    if (fit < SURE_FIT) continue;
    covered += Math.max(0, Math.min(to, start + word.end - word.start) - Math.max(from, start));
  }
  return covered > (to - from) * 0.7;
}

/** The longest stretch (in hops) that sounds, at 15 dB under the loudest or more, outside the words that were found. */
function longestUnexplained(received: Signal, runs: Run[]): number {
  const hops = Math.floor(received.length / HOP_SAMPLES);
  const energies = new Float32Array(hops);
  const hopLength = HOP_SAMPLES / STRIDE;
  let loudest = 0;
  for (let hop = 0; hop < hops; hop++) {
    let energy = 0;
    for (let index = hop * hopLength; index < (hop + 1) * hopLength; index++)
      energy += (received.even[index] ?? 0) ** 2;
    energies[hop] = energy;
    loudest = Math.max(loudest, energy);
  }
  const understood = new Uint8Array(hops);
  for (const { word, start } of runs.flat()) {
    const first = Math.max(0, Math.floor(start / HOP_SAMPLES));
    understood.fill(1, first, Math.max(first, Math.ceil((start + word.end - word.start) / HOP_SAMPLES)));
  }
  let longest = 0;
  let length = 0;
  energies.forEach((energy, hop) => {
    length = understood[hop] || energy < loudest * 0.03 || energy === 0 ? 0 : length + 1;
    longest = Math.max(longest, length);
  });
  return longest;
}

/**
 * Of matches that claim the same stretch of audio the longest and best one stays; words that come in the order of their
 * phrase count for a little more, since the same word may sound alike in two phrases. In order of time.
 */
function withoutOverlaps(runs: Run[]): WordMatch[] {
  const weighed = runs.flatMap((run) =>
    run.map((match) => {
      const { word, fit } = match;
      return { match, weight: fit * fit * (word.end - word.start) * (1 + 0.05 * Math.min(4, run.length)) };
    }),
  );
  const kept: WordMatch[] = [];
  for (const { match } of weighed.sort((a, b) => b.weight - a.weight)) {
    const length = match.word.end - match.word.start;
    const clashes = kept.some((other) => {
      const otherLength = other.word.end - other.word.start;
      const shared = Math.min(match.start + length, other.start + otherLength) - Math.max(match.start, other.start);
      return shared > 0.3 * Math.min(length, otherLength);
    });
    if (!clashes) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function toRecognition(matches: WordMatch[]): Recognition {
  const words = matches.map(({ word, start, fit }) => ({
    text: word.text,
    sounds: word.sounds,
    start: Math.max(0, start) / RATE,
    end: (start + word.end - word.start) / RATE,
    confidence: Math.min(0.99, fit),
  }));
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);
  return { text: words.map((word) => word.text).join(" "), words, confidence };
}
