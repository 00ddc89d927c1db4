import type { ReferenceWord } from "./reference.ts";
import { type Signal, STRIDE } from "./signal.ts";

/** A word that was found: where it starts in the received audio (8 kHz samples) and how well it fits (0-1). */
export interface WordMatch {
  word: ReferenceWord;
  start: number;
  fit: number;
}

// 10 ms at 4 kHz.
const BLOCK = 40;
// What is compared while the lag is sought: 100 ms.
const PROBE = 400;
const COARSE_FIT = 0.35;
const REFINED = 6;
const PROBE_FIT = 0.55;
const BLOCK_FIT = 0.5;
const HOLE_FIT = 0.3;
const LEAST_FIT = 0.8;
const LEAST_COVERAGE = 0.85;

/** Looks for a word near a position (8 kHz samples, `reach` to either side). Undefined when it did not arrive. */
export function findWord(received: Signal, word: ReferenceWord, near: number, reach: number): WordMatch | undefined {
  const start = bestStart(received, word, near, reach);
  return start === undefined ? undefined : checkWord(received, word, start);
}

/**
 * Whether a word lies exactly here. It does when at least 85% of what sounds in it is there and nothing is missing
 * from its middle: a listener too loses a word out of which 20 ms are gone, but not for a breath of its edge.
 */
export function checkWord(received: Signal, word: ReferenceWord, start: number): WordMatch | undefined {
  const { sound } = word;
  const phase = start & 1 ? received.odd : received.even;
  const offset = Math.floor(start / STRIDE);
  const blocks = Math.ceil(sound.length / BLOCK);
  const level = activeLevel(sound);
  let sounding = 0;
  let arrived = 0;
  let dotAll = 0;
  let referenceAll = 0;
  let receivedAll = 0;
  for (let block = 0; block < blocks; block++) {
    const from = block * BLOCK;
    const to = Math.min(sound.length, from + BLOCK);
    let dot = 0;
    let referenceEnergy = 0;
    let receivedEnergy = 0;
    for (let index = from; index < to; index++) {
      const x = sound[index] ?? 0;
      const y = phase[offset + index] ?? 0;
      dot += x * y;
      referenceEnergy += x * x;
      receivedEnergy += y * y;
    }
    dotAll += dot;
    referenceAll += referenceEnergy;
    receivedAll += receivedEnergy;
    if (referenceEnergy < level * 0.05) continue;
    sounding++;
    const fit = receivedEnergy > 0 ? dot / Math.sqrt(referenceEnergy * receivedEnergy) : 0;
    if (fit >= BLOCK_FIT) arrived++;
    const inside = offset + from >= 0 && offset + to <= phase.length;
    if (inside && fit < HOLE_FIT && referenceEnergy > level * 0.1) return undefined;
  }
  if (receivedAll === 0 || sounding === 0 || arrived / sounding < LEAST_COVERAGE) return undefined;
  const fit = dotAll / Math.sqrt(referenceAll * receivedAll);
  return fit < LEAST_FIT ? undefined : { word, start, fit };
}

/**
 * The position at which the word's loudest part fits best. Every other sample is tried, then the neighbours of the few
 * best: a voice also fits itself one pitch period away, so that the coarse best may be the wrong one.
 */
function bestStart(received: Signal, word: ReferenceWord, near: number, reach: number): number | undefined {
  const from = loudestPart(word.sound);
  const probe = word.sound.subarray(from, from + PROBE);
  const probeEnergy = energyOf(probe);
  const first = Math.max(near - reach, -from * STRIDE);
  const last = Math.min(near + reach, received.length - (from + probe.length) * STRIDE);
  const coarse: { start: number; fit: number }[] = [];
  for (let start = first; start <= last; start += STRIDE) {
    const fit = fitAt(received, probe, probeEnergy, start + from * STRIDE);
    if (fit > COARSE_FIT) coarse.push({ start, fit });
  }
  coarse.sort((a, b) => b.fit - a.fit);
  let best = PROBE_FIT;
  let bestAt: number | undefined;
  for (const { start, fit } of coarse.slice(0, REFINED)) {
    for (const at of [start - 1, start, start + 1]) {
      const exact = at === start ? fit : fitAt(received, probe, probeEnergy, at + from * STRIDE);
      if (exact > best) {
        best = exact;
        bestAt = at;
      }
    }
  }
  return bestAt;
}

/** Normalised correlation of a sound with the received audio at a position. */
function fitAt(received: Signal, sound: Float32Array, soundEnergy: number, start: number): number {
  const phase = start & 1 ? received.odd : received.even;
  const offset = Math.floor(start / STRIDE);
  if (offset < 0 || offset + sound.length > phase.length) return 0;
  let dot = 0;
  let energy = 0;
  for (let index = 0; index < sound.length; index++) {
    const x = sound[index] ?? 0;
    const y = phase[offset + index] ?? 0;
    dot += x * y;
    energy += y * y;
  }
  return energy > 0 ? dot / Math.sqrt(soundEnergy * energy) : 0;
}

function energyOf(sound: Float32Array): number {
  let energy = 0;
  for (const sample of sound) energy += sample * sample;
  return energy;
}

function loudestPart(sound: Float32Array): number {
  let best = 0;
  let most = -1;
  for (let from = 0; from === 0 || from + PROBE <= sound.length; from += BLOCK) {
    let energy = 0;
    for (let index = from; index < Math.min(sound.length, from + PROBE); index += 2) energy += (sound[index] ?? 0) ** 2;
    if (energy > most) {
      most = energy;
      best = from;
    }
  }
  return best;
}

/** Mean energy of a block, of those that are not silent. */
function activeLevel(sound: Float32Array): number {
  const energies: number[] = [];
  for (let from = 0; from < sound.length; from += BLOCK) {
    let energy = 0;
    for (let index = from; index < Math.min(sound.length, from + BLOCK); index++) energy += (sound[index] ?? 0) ** 2;
    energies.push(energy);
  }
  const loudest = Math.max(...energies, 0);
  const active = energies.filter((energy) => energy > loudest * 0.01);
  return active.reduce((sum, energy) => sum + energy, 0) / Math.max(1, active.length);
}
