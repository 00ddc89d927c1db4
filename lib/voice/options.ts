import type { SpokenPhrase, Utterance } from "./ports.ts";
import type { VoiceTuning } from "./tuning.ts";
import type { SessionEvent } from "./turns.ts";

/** What is said without asking the brain, in the business's own words. */
export interface Phrases {
  /** Somebody spoke and no word could be made out. */
  pleaseRepeat: SpokenPhrase;
  /** Nobody has spoken for a while. */
  stillThere: SpokenPhrase;
  /** And still nobody: goodbye. */
  silenceGoodbye: SpokenPhrase;
  /** The model or the voice failed. Rendered ahead, or nothing can be said when the voice is what failed. */
  technical: SpokenPhrase;
  /** Bridges a long wait; used only when it is rendered ahead. */
  filler: SpokenPhrase | null;
  /** And when the wait goes on. */
  fillerAgain: SpokenPhrase | null;
}

export interface CallOptions {
  /** What is said first. Null: nothing is, unless somebody waits for an answer. */
  greeting: SpokenPhrase | null;
  /**
   * When a conversation is taken up again: what is known by now of what was said before. Asked once, after the greeting,
   * because the caller's last words may have been recognised only meanwhile. Must not reject.
   */
  recall?: () => Promise<readonly Utterance[]>;
  phrases: Phrases;
  /** The vendor's voice name; null takes the best one. */
  voice?: string | null;
  /** Makes a sentence ready to be read out: numbers, dates, abbreviations. The record keeps the text as it was. */
  speakable?: (text: string) => string;
  tuning?: Partial<VoiceTuning>;
  /** Where the record goes on: the first free turn index, and how long the call had lasted. */
  firstTurnIndex?: number;
  elapsedMs?: number;
  /** Called for everything that happens, at once and in order. Must not throw. */
  events: (event: SessionEvent) => void;
}
