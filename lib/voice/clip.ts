import { ProviderFailed } from "#lib/errors.ts";
import { excessSpeech } from "#lib/hebrew/speech-length.ts";
import type { SpeechSynthesizer } from "#lib/providers/tts/types.ts";
import type { PlacedText } from "./heard-text.ts";
import type { Clock, SpokenPhrase, Timer } from "./ports.ts";

/** Pieces of ready audio, so that one long phrase does not go out as one message. */
const READY_PIECE_BYTES = 8000;

export interface ClipVoice {
  clock: Clock;
  voice: Pick<SpeechSynthesizer, "synthesize">;
  voiceName: string | null;
  speakable: (text: string) => string;
  stallMs: number;
}

interface ClipNews {
  changed: () => void;
  trouble: (error: unknown) => void;
  stalled: () => void;
}

/** `answer`: what was to be said; `filler`: bridges a wait; `apology`: stands for an answer that failed. */
export type ClipKind = "answer" | "filler" | "apology";

/** One sentence on its way to the line: its audio as it comes, and where it lies once it was sent. */
export class Clip implements PlacedText {
  text: string;
  readonly kind: ClipKind;
  startSample: number | null = null;
  endSample: number | null = null;
  /** Audio that was not sent yet. */
  readonly waiting: Uint8Array[] = [];
  /** When its first audio came; null when it was there from the beginning, or never came. */
  readyAt: number | null = null;
  state: "new" | "coming" | "there" | "failed" = "new";

  readonly #abort = new AbortController();
  #stall: Timer | null = null;

  constructor(phrase: SpokenPhrase, kind: ClipKind) {
    this.text = phrase.text;
    this.kind = kind;
    if (phrase.audio === null) return;
    for (let at = 0; at < phrase.audio.length; at += READY_PIECE_BYTES) {
      this.waiting.push(phrase.audio.subarray(at, at + READY_PIECE_BYTES));
    }
    this.state = "there";
  }

  /**
   * Has it spoken; `changed` comes with every piece of audio and at the end, `trouble` when the voice failed.
   * A voice that fails before its first sound is asked once more: that is cheaper than a caller who asks again.
   */
  async synthesize(by: ClipVoice, changed: () => void, trouble: (error: unknown) => void): Promise<void> {
    const text = by.speakable(this.text);
    this.state = text === "" ? "there" : "coming";
    const fail = (error: unknown) => {
      this.#stop();
      this.state = "failed";
      trouble(error);
      changed();
    };
    for (let attempt = 1; this.state === "coming"; attempt++) {
      try {
        const stalled = () => fail(new ProviderFailed("tts", true, `no audio for ${by.stallMs} ms`));
        await this.#receive(text, by, { changed, trouble, stalled });
        if (!this.#abort.signal.aborted) this.state = "there";
        else return;
      } catch (error) {
        if (this.#abort.signal.aborted) return;
        const silent = this.startSample === null && this.waiting.length === 0;
        const hopeless = error instanceof ProviderFailed && !error.retryable;
        if (attempt === 2 || !silent || hopeless) return fail(error);
        trouble(error);
      }
    }
    this.#stall?.cancel();
    changed();
  }

  /** No more audio of this one. */
  close(): void {
    this.waiting.length = 0;
    this.#stop();
  }

  #stop(): void {
    this.#stall?.cancel();
    this.#abort.abort();
  }

  /** Throws when the voice failed; returns when it has spoken or nobody wants to hear it any more. */
  async #receive(text: string, by: ClipVoice, { changed, trouble, stalled }: ClipNews): Promise<void> {
    const { signal } = this.#abort;
    const watch = () => {
      this.#stall?.cancel();
      this.#stall = by.clock.setTimer(by.stallMs, stalled);
    };
    let bytes = 0;
    // The second attempt has only what the first one left of the time.
    if (this.#stall === null) watch();
    const request = { text, voice: by.voiceName, encoding: "mulaw8k", onTrouble: trouble } as const;
    for await (const piece of by.voice.synthesize(request, signal)) {
      if (signal.aborted) return;
      if (piece.length === 0) continue;
      watch();
      bytes += piece.length;
      // A voice without end never stalls; what it has said so far is played, and no more of it is kept.
      const excess = excessSpeech(bytes, text);
      if (excess) throw new ProviderFailed("tts", true, excess);
      this.readyAt ??= by.clock.now();
      this.waiting.push(piece);
      changed();
    }
    if (bytes === 0 && !signal.aborted) throw new ProviderFailed("tts", true, "an answer without audio");
  }
}
