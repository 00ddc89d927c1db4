/** The port to speech recognition. */

export interface Transcript {
  text: string;
  /** Mean probability of the words, 0..1; null when the vendor does not say. */
  confidence: number | null;
  /** The recogniser's own guess, 0..1, that nobody speaks; null when the vendor does not say. */
  noSpeech: number | null;
  /** How far the text can be compressed: some 1 for speech, above 2.4 for a loop; null when the vendor does not say. */
  compression: number | null;
}

/** One caller's audio, recognised as it comes. */
export interface TranscriptionStream {
  /** Raw mu-law, 8 kHz, in the order it was spoken. Never waits and never throws. */
  append(mulaw: Uint8Array): void;
  /** The text of everything appended since the last commit. Commits may overlap. Throws ProviderFailed. */
  commit(): Promise<Transcript>;
  /** Forgets what was appended since the last commit. */
  discard(): void;
  close(): void;
}

export interface TranscriptionOptions {
  language: "he";
  /** Names and words that are likely to come. */
  prompt: string;
  /** Of a whole recording: what its file is; WAV when not said. */
  format?: "wav" | "ogg" | "mp3" | "m4a" | "webm";
}

export interface Transcriber {
  readonly name: string;
  open(options: TranscriptionOptions): TranscriptionStream;
  /** A whole recording at once. Throws ProviderFailed. */
  transcribe(audio: Uint8Array, options: TranscriptionOptions, signal: AbortSignal): Promise<Transcript>;
}
