import type { Phrasebook } from "../../phrasebook/types.ts";
import { findLandmarks, HASHES, HOP_SAMPLES } from "./landmarks.ts";
import { fromMulaw, RATE, STRIDE, toSignal } from "./signal.ts";

/** One word of the phrasebook as the matcher needs it. Positions are 8 kHz samples on the reference timeline. */
export interface ReferenceWord {
  text: string;
  sounds: string;
  /** Number of the phrase that it belongs to, and its place in `words`. */
  phrase: number;
  index: number;
  start: number;
  end: number;
  /** The word's sound at 4 kHz; its first sample lies at `start`. */
  sound: Float32Array;
}

/** The whole phrasebook on one timeline, with an index of its landmarks. */
export interface Reference {
  words: ReferenceWord[];
  /** Length of the timeline in hops. */
  hops: number;
  /** The word that sounds in each hop, or -1. */
  wordAtHop: Int32Array;
  /** How many landmarks begin in each word. */
  landmarksOfWord: Int32Array;
  /** The hops of hash h are entries[starts[h]] up to entries[starts[h + 1]]. */
  starts: Int32Array;
  entries: Int32Array;
}

/** Builds the index; takes some 100 ms, once. */
export function buildReference(phrasebook: Phrasebook): Reference {
  const words: ReferenceWord[] = [];
  const hashes: Int32Array[] = [];
  const hops: Int32Array[] = [];
  let at = 0;
  let number = 0;
  for (const phrase of phrasebook.phrases.values()) {
    const signal = toSignal(fromMulaw(phrase.audio));
    for (const word of phrase.words) {
      const from = evenSample(word.startMs);
      const to = evenSample(word.endMs);
      words.push({
        text: word.text,
        sounds: word.sounds,
        phrase: number,
        index: words.length,
        start: at + from,
        end: at + to,
        sound: signal.even.subarray(from / STRIDE, to / STRIDE),
      });
    }
    const landmarks = findLandmarks(signal.even);
    const firstHop = at / HOP_SAMPLES;
    hashes.push(landmarks.hashes);
    hops.push(landmarks.hops.map((hop) => hop + firstHop));
    at += (Math.ceil(phrase.audio.length / HOP_SAMPLES) + 1) * HOP_SAMPLES;
    number++;
  }
  const length = at / HOP_SAMPLES;
  const wordAtHop = mapHops(words, length);
  const landmarksOfWord = new Int32Array(words.length);
  for (const list of hops) {
    for (const hop of list) {
      const word = wordAtHop[hop] ?? -1;
      if (word >= 0) landmarksOfWord[word] = (landmarksOfWord[word] ?? 0) + 1;
    }
  }
  return { words, hops: length, wordAtHop, landmarksOfWord, ...indexByHash(hashes, hops) };
}

function evenSample(ms: number): number {
  return Math.round((ms * RATE) / 1000 / STRIDE) * STRIDE;
}

function mapHops(words: ReferenceWord[], length: number): Int32Array {
  const map = new Int32Array(length).fill(-1);
  for (const word of words) {
    const last = Math.min(length - 1, Math.floor(word.end / HOP_SAMPLES));
    for (let hop = Math.floor(word.start / HOP_SAMPLES); hop <= last; hop++) map[hop] = word.index;
  }
  return map;
}

function indexByHash(hashes: Int32Array[], hops: Int32Array[]): { starts: Int32Array; entries: Int32Array } {
  const starts = new Int32Array(HASHES + 1);
  for (const list of hashes) for (const hash of list) starts[hash + 1] = (starts[hash + 1] ?? 0) + 1;
  for (let hash = 0; hash < HASHES; hash++) starts[hash + 1] = (starts[hash + 1] ?? 0) + (starts[hash] ?? 0);
  const entries = new Int32Array(starts[HASHES] ?? 0);
  const next = starts.slice();
  hashes.forEach((list, part) => {
    list.forEach((hash, index) => {
      const slot = next[hash] ?? 0;
      entries[slot] = hops[part]?.[index] ?? 0;
      next[hash] = slot + 1;
    });
  });
  return { starts, entries };
}
