/** The port to a voice. */

export type SpeechEncoding = "mulaw8k" | "mp3";

export interface SpeechRequest {
  text: string;
  /** The vendor's voice name; null takes the best Hebrew one there is. */
  voice: string | null;
  encoding: SpeechEncoding;
  /** Told when another voice steps in for one that failed, so that it does not pass unseen; none does when this throws. */
  onTrouble?: (error: unknown) => void;
}

export interface Voice {
  name: string;
  gender: "female" | "male" | "neutral";
}

export interface SpeechSynthesizer {
  readonly name: string;
  /** Audio as it comes: raw mu-law 8 kHz without any header, or MP3. Throws ProviderFailed. */
  synthesize(request: SpeechRequest, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** The Hebrew voices that can be chosen. */
  voices(): Promise<Voice[]>;
}
