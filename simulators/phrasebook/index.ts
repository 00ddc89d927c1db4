import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Phrase, Phrasebook } from "./types.ts";

export type { Phrase, Phrasebook, PhraseWord } from "./types.ts";

const indexLine = z.object({
  id: z.string(),
  text: z.string(),
  offset: z.number().int().nonnegative(),
  length: z.number().int().positive(),
  words: z.array(z.object({ text: z.string(), sounds: z.string(), startMs: z.number(), endMs: z.number() })),
});

/** Reads the committed phrasebook: every utterance with its audio (mu-law, 8 kHz) and word times. */
export function loadPhrasebook(): Phrasebook {
  const folder = new URL("./", import.meta.url);
  const audio = new Uint8Array(readFileSync(new URL("audio.ulaw", folder)));
  const phrases = new Map<string, Phrase>();
  for (const line of readFileSync(new URL("phrasebook.jsonl", folder), "utf8").split("\n")) {
    if (line === "") continue;
    const { id, text, offset, length, words } = indexLine.parse(JSON.parse(line));
    phrases.set(id, { id, text, words, audio: audio.subarray(offset, offset + length) });
  }
  return { phrases };
}
