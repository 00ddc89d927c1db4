/** One spoken word and where it lies in the phrase's audio. `sounds` is its romanised pronunciation. */
export interface PhraseWord {
  text: string;
  sounds: string;
  startMs: number;
  endMs: number;
}

/** One caller utterance: raw mu-law, 8000 Hz, mono, without a header, and what is said in it. */
export interface Phrase {
  id: string;
  text: string;
  audio: Uint8Array;
  words: PhraseWord[];
}

/** Every utterance that a simulated caller can say, by id. */
export interface Phrasebook {
  phrases: ReadonlyMap<string, Phrase>;
}
