import { type Landmarks, withDistance } from "./landmarks.ts";
import type { Reference } from "./reference.ts";

/** A guess: this word of the phrasebook may have been said so that `lag` hops lie between it and its reference. */
export interface Candidate {
  word: number;
  /** Reference hop minus received hop. */
  lag: number;
  /** Shared landmarks, weighed against how many the word has. */
  score: number;
}

// Landmarks are taken a second at a time, so that a long recording does not drown a short word in it.
const WINDOW_HOPS = 100;
const LAGS_PER_WINDOW = 150;
const WORDS_PER_WINDOW = 48;
const LEAST_VOTES = 3;
// A short word has few landmarks; this many are added, so that one lucky hit on a shorter one is no proof.
const PRIOR_LANDMARKS = 20;
// A hash that is everywhere says nothing.
const COMMONEST = 120;

/** Words that share landmarks with the received sound at one and the same lag, the most promising first. */
export function findCandidates(landmarks: Landmarks, reference: Reference): Candidate[] {
  const candidates: Candidate[] = [];
  let first = 0;
  while (first < landmarks.hops.length) {
    const until = (landmarks.hops[first] ?? 0) + WINDOW_HOPS;
    let last = first;
    while (last < landmarks.hops.length && (landmarks.hops[last] ?? 0) < until) last++;
    candidates.push(...candidatesOfWindow(landmarks, first, last, reference));
    first = last;
  }
  return candidates.sort((a, b) => b.score - a.score);
}

function candidatesOfWindow(landmarks: Landmarks, first: number, last: number, reference: Reference): Candidate[] {
  const base = landmarks.hops[first] ?? 0;
  const votes = new Uint16Array(reference.hops + WINDOW_HOPS + 2);
  forEachHit(landmarks, first, last, reference, (lag) => {
    votes[lag] = (votes[lag] ?? 0) + 1;
  });
  const lags = bestLags(votes);
  const tallies = lags.map(() => new Map<number, number>());
  const tallyAtLag = new Int16Array(votes.length).fill(-1);
  lags.forEach((lag, index) => {
    for (let near = lag - 1; near <= lag + 1; near++) if (tallyAtLag[near] === -1) tallyAtLag[near] = index;
  });
  forEachHit(landmarks, first, last, reference, (lag, referenceHop) => {
    const index = tallyAtLag[lag] ?? -1;
    if (index < 0) return;
    const tally = tallies[index];
    const word = reference.wordAtHop[referenceHop] ?? -1;
    if (tally && word >= 0) tally.set(word, (tally.get(word) ?? 0) + 1);
  });
  return tallies
    .flatMap((tally, index) =>
      [...tally].map(([word, count]) => ({
        word,
        lag: (lags[index] ?? 0) - WINDOW_HOPS - base,
        score: count / Math.sqrt((reference.landmarksOfWord[word] ?? 0) + PRIOR_LANDMARKS),
      })),
    )
    .sort((a, b) => b.score - a.score)
    .slice(0, WORDS_PER_WINDOW);
}

/**
 * Every place in the phrasebook that has one of these landmarks, give or take a hop in its distance; `lag` is shifted
 * by WINDOW_HOPS, so that it is never negative.
 */
function forEachHit(
  landmarks: Landmarks,
  first: number,
  last: number,
  { starts, entries }: Reference,
  hit: (lag: number, referenceHop: number) => void,
): void {
  const base = landmarks.hops[first] ?? 0;
  for (let mark = first; mark < last; mark++) {
    const hash = landmarks.hashes[mark] ?? 0;
    const shift = WINDOW_HOPS - (landmarks.hops[mark] ?? 0) + base;
    for (let change = -1; change <= 1; change++) {
      const near = withDistance(hash, change);
      if (near === undefined) continue;
      const from = starts[near] ?? 0;
      const to = starts[near + 1] ?? 0;
      if (to - from > COMMONEST) continue;
      for (let entry = from; entry < to; entry++) {
        const referenceHop = entries[entry] ?? 0;
        hit(referenceHop + shift, referenceHop);
      }
    }
  }
}

/** The lags with the most votes (their neighbours' counted in), no two of them next to each other. */
function bestLags(votes: Uint16Array): number[] {
  const best: { lag: number; score: number }[] = [];
  let before = 0;
  let here = votes[0] ?? 0;
  for (let lag = 1; lag < votes.length; lag++) {
    const after = votes[lag] ?? 0;
    const score = before + here + after;
    if (score >= LEAST_VOTES && here >= before && here > after) best.push({ lag: lag - 1, score });
    before = here;
    here = after;
  }
  best.sort((a, b) => b.score - a.score);
  return best.slice(0, LAGS_PER_WINDOW).map(({ lag }) => lag);
}
