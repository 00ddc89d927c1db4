/**
 * Renders the source table (phrases/) to audio.ulaw and phrasebook.jsonl, which are committed.
 * Needs Debian's espeak-ng; nothing at run time does. Run: `node simulators/phrasebook/render.ts`
 */
import { writeFile } from "node:fs/promises";
import { mulberry32 } from "../common/latency.ts";
import { spokenLines } from "./phrases/index.ts";
import { type SpokenLine, speakers } from "./phrases/spoken.ts";
import { speak } from "./render/espeak.ts";
import { fade, normalise, resample, toMulaw, trim } from "./render/shape.ts";
import type { PhraseWord } from "./types.ts";

const RATE = 8000;
const SAMPLES_PER_MS = RATE / 1000;
const ACTIVE_LEVEL_DB = -20;

const audio: Uint8Array[] = [];
const index: string[] = [];
let offset = 0;
for (const line of spokenLines) {
  const { samples, words } = await renderLine(line);
  const bytes = Uint8Array.from(samples, toMulaw);
  index.push(JSON.stringify({ id: line.id, text: line.text, offset, length: bytes.length, words }));
  audio.push(bytes);
  offset += bytes.length;
}
const folder = new URL("./", import.meta.url);
await writeFile(new URL("audio.ulaw", folder), Buffer.concat(audio));
await writeFile(new URL("phrasebook.jsonl", folder), `${index.join("\n")}\n`);
console.log(`${index.length} phrases, ${(offset / RATE).toFixed(1)} s`);

/** Speaks a line word by word, so that the word times are exact. */
async function renderLine(line: SpokenLine): Promise<{ samples: Float32Array; words: PhraseWord[] }> {
  const texts = line.text.split(" ");
  const sounds = line.sounds.split(" ");
  const spoken = sounds.filter((sound) => !sound.startsWith("_"));
  if (spoken.length !== texts.length) throw new Error(`${line.id}: words and sounds differ in number`);

  const chance = mulberry32(seedOf(line.id));
  const speaker = speakers[line.speaker];
  const pitch = speaker.pitch + (chance() - 0.5) * 10;
  const speed = speaker.speed + (chance() - 0.5) * 16;

  const parts: Float32Array[] = [];
  const words: PhraseWord[] = [];
  let at = 0;
  const add = (samples: Float32Array) => {
    parts.push(samples);
    at += samples.length;
  };
  for (const sound of sounds) {
    if (sound.startsWith("_")) {
      add(silence(Number(sound.slice(1))));
      continue;
    }
    const place = words.length;
    if (place > 0 && at > 0) add(silence(chance() * 40));
    // The pitch falls a little along an utterance, and rises at the end of a question.
    const question = line.text.endsWith("?") && place === texts.length - 1;
    const fall = question ? -8 : (place / texts.length) * 8 + chance() * 3;
    const { language = "he" as const } = line;
    const voicing = { language, variant: speaker.variant, pitch: clampPitch(pitch - fall), speed: Math.round(speed) };
    const text = texts[place] ?? "";
    const word = await renderWord(language === "he" ? `[[${sound}]]` : text, voicing);
    words.push({
      text,
      sounds: sound.replaceAll("'", ""),
      startMs: at / SAMPLES_PER_MS,
      endMs: (at + word.length) / SAMPLES_PER_MS,
    });
    add(word);
  }
  const samples = new Float32Array(at);
  let position = 0;
  for (const part of parts) {
    samples.set(part, position);
    position += part.length;
  }
  normalise(samples, ACTIVE_LEVEL_DB);
  return { samples, words };
}

async function renderWord(sound: string, voicing: Parameters<typeof speak>[1]): Promise<Float32Array> {
  const spoken = await speak(sound, voicing);
  const narrow = resample(trim(spoken.samples, spoken.rate), spoken.rate, RATE);
  // Whole milliseconds, so that word times are whole numbers.
  const word = new Float32Array(Math.ceil(narrow.length / SAMPLES_PER_MS) * SAMPLES_PER_MS);
  fade(narrow, 24);
  word.set(narrow);
  return word;
}

function silence(ms: number): Float32Array {
  return new Float32Array(Math.round(ms) * SAMPLES_PER_MS);
}

function clampPitch(pitch: number): number {
  return Math.round(Math.max(5, Math.min(95, pitch)));
}

/** FNV-1a, so that each phrase has a seed of its own that outlives changes to its neighbours. */
function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
