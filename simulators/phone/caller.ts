/** The simulated caller: carries a script out, one frame of 20 ms at a time. */

import type { Phrase } from "../phrasebook/types.ts";
import type { AgentLine } from "./agent-line.ts";
import { FRAME_BYTES, FRAME_MS, isAudible, SILENCE_BYTE, SILENT_FRAME } from "./audio/mulaw.ts";
import { lineNoise, makeNoise, withGainAndNoise } from "./audio/sounds.ts";
import type { CallLog } from "./call-log.ts";
import type { Step } from "./script.ts";

/** 20 ms of the caller. `lost` frames never reach the network; `words` ended within these 20 ms. */
export interface CallerFrame {
  audio: Uint8Array;
  lost: boolean;
  words: HeardWord[];
}

/** A word and how long before this frame it began: a listener who came later has not heard it whole. */
interface HeardWord {
  text: string;
  agoMs: number;
}

/** What the caller can do besides speaking. */
interface CallerActions {
  pressKey(digit: string): void;
  hangUp(reason: string): void;
  cutStream(): void;
}

interface CallerOptions {
  script: Step[];
  phrases: ReadonlyMap<string, Phrase>;
  line: AgentLine;
  log: CallLog;
  actions: CallerActions;
  /** The hiss of the line while the caller is silent: a part of full scale. */
  noiseFloor?: number | undefined;
  /** How much faster than the world the clock runs. */
  speed?: number | undefined;
}

interface Clip {
  audio: Uint8Array;
  phrase: string | null;
  text: string;
  startMs: number;
  endMs: number;
  words: { text: string; startMs: number; endMs: number }[];
  dropFrames: ReadonlySet<number>;
  noise: string | null;
}

// A key is held for 100 ms and followed by as much silence, as telephones dial.
const KEY_FRAMES = 10;

export class Caller {
  readonly #options: CallerOptions;
  readonly #hiss: Uint8Array | null;
  #index = -1;
  #clip: Clip | null = null;
  #frameOfStep = 0;
  #frame = 0;

  constructor(options: CallerOptions) {
    this.#options = options;
    this.#hiss = options.noiseFloor ? lineNoise(1000, options.noiseFloor) : null;
  }

  /** The script is done and the caller only listens. */
  get done(): boolean {
    return this.#index >= this.#options.script.length;
  }

  /** The next 20 ms, due at `deadline` (epoch ms). */
  nextFrame(deadline: number, lateMs: number): CallerFrame {
    this.#frame += 1;
    if (this.#index < 0) this.#next();
    // Steps without a duration follow each other within the same frame; the script is finite, so this ends.
    while (!this.done && this.#stepIsOver()) this.#next();
    const frame = this.#sound(deadline, lateMs);
    this.#frameOfStep += 1;
    return frame;
  }

  #next(): void {
    this.#index += 1;
    this.#frameOfStep = 0;
    this.#clip = null;
    const step = this.#options.script[this.#index];
    if (!step) return;
    this.#options.log.add({ kind: "step", index: this.#index, do: step.do });
    switch (step.do) {
      case "say":
      case "play":
      case "noise":
        this.#clip = this.#makeClip(step);
        break;
      case "hangup":
        this.#options.actions.hangUp("script");
        break;
      case "cut_stream":
        this.#options.actions.cutStream();
        break;
      case "wait":
      case "wait_agent":
      case "wait_agent_speaking":
      case "dtmf":
        break;
      default:
        step satisfies never;
    }
  }

  #stepIsOver(): boolean {
    const step = this.#options.script[this.#index];
    if (!step) return true;
    const { line } = this.#options;
    const elapsedMs = this.#frameOfStep * FRAME_MS;
    switch (step.do) {
      case "say":
      case "play":
      case "noise":
        return this.#frameOfStep * FRAME_BYTES >= (this.#clip?.audio.length ?? 0);
      case "wait":
        return elapsedMs >= step.ms;
      case "wait_agent":
        return (line.heardSinceLastSpeech && line.quietMs >= step.quietMs) || this.#timedOut(elapsedMs, step.timeoutMs);
      case "wait_agent_speaking":
        return line.speakingMs >= step.ms || this.#timedOut(elapsedMs, step.timeoutMs);
      case "dtmf":
        return this.#pressKeys(step.digits);
      case "hangup":
      case "cut_stream":
        return true;
      default:
        return step satisfies never;
    }
  }

  #timedOut(elapsedMs: number, timeoutMs: number): boolean {
    if (elapsedMs < timeoutMs) return false;
    this.#options.log.add({ kind: "wait_timeout", index: this.#index });
    return true;
  }

  #pressKeys(digits: string): boolean {
    const digit = this.#frameOfStep % KEY_FRAMES === 0 ? digits[this.#frameOfStep / KEY_FRAMES] : undefined;
    if (digit) this.#options.actions.pressKey(digit);
    return this.#frameOfStep >= digits.length * KEY_FRAMES;
  }

  #sound(deadline: number, lateMs: number): CallerFrame {
    const clip = this.#clip;
    if (!clip) return { audio: this.#silence(), lost: false, words: [] };
    const fromMs = this.#frameOfStep * FRAME_MS;
    this.#logEdges(clip, fromMs, deadline, lateMs);
    const audio = clip.audio.subarray(this.#frameOfStep * FRAME_BYTES, (this.#frameOfStep + 1) * FRAME_BYTES);
    const words = clip.words
      .filter((word) => word.endMs > fromMs && word.endMs <= fromMs + FRAME_MS)
      .map((word) => ({ text: word.text, agoMs: fromMs - word.startMs }));
    return { audio, lost: clip.dropFrames.has(this.#frameOfStep), words };
  }

  // A frame goes out when its 20 ms have been spoken, so the sound in it began 20 ms before its deadline.
  #logEdges(clip: Clip, fromMs: number, deadline: number, lateMs: number): void {
    const { log, line, speed = 1 } = this.#options;
    const within = (ms: number) => ms >= fromMs && ms < fromMs + FRAME_MS;
    const at = (ms: number) => deadline + (ms - fromMs - FRAME_MS) / speed;
    const { phrase, text } = clip;
    if (within(clip.startMs)) {
      if (clip.noise) log.add({ kind: "caller_noise_start", noise: clip.noise }, at(clip.startMs));
      else log.add({ kind: "caller_speech_start", phrase, text, lateMs }, at(clip.startMs));
    }
    if (within(clip.endMs - 0.001)) {
      if (clip.noise) log.add({ kind: "caller_noise_end", noise: clip.noise }, at(clip.endMs));
      else {
        log.add({ kind: "caller_speech_end", phrase, text, lateMs }, at(clip.endMs));
        line.heardSinceLastSpeech = false;
      }
    }
  }

  #silence(): Uint8Array {
    if (!this.#hiss) return SILENT_FRAME;
    const at = (this.#frame * FRAME_BYTES) % this.#hiss.length;
    return this.#hiss.subarray(at, at + FRAME_BYTES);
  }

  #makeClip(step: Extract<Step, { do: "say" | "play" | "noise" }>): Clip {
    if (step.do === "noise") {
      const audio = wholeFrames(makeNoise(step.kind, step.ms, step.gain));
      return {
        audio,
        phrase: null,
        text: "",
        startMs: 0,
        endMs: step.ms,
        words: [],
        dropFrames: new Set(),
        noise: step.kind,
      };
    }
    if (step.do === "play") {
      const raw = new Uint8Array(Buffer.from(step.audioBase64, "base64"));
      const edges = audibleEdges(raw);
      const audio = wholeFrames(withGainAndNoise(raw, step.gain, step.noise));
      return { audio, phrase: null, text: "", ...edges, words: [], dropFrames: new Set(), noise: null };
    }
    const phrase = this.#options.phrases.get(step.phrase);
    if (!phrase) throw new Error(`the phrasebook has no phrase ${step.phrase}`);
    return {
      audio: wholeFrames(withGainAndNoise(phrase.audio, step.gain, step.noise)),
      phrase: phrase.id,
      text: phrase.text,
      startMs: phrase.words[0]?.startMs ?? 0,
      endMs: phrase.words.at(-1)?.endMs ?? (phrase.audio.length / FRAME_BYTES) * FRAME_MS,
      words: phrase.words,
      dropFrames: new Set(step.dropFrames),
      noise: null,
    };
  }
}

function wholeFrames(audio: Uint8Array): Uint8Array {
  if (audio.length % FRAME_BYTES === 0) return audio;
  const padded = new Uint8Array(Math.ceil(audio.length / FRAME_BYTES) * FRAME_BYTES).fill(SILENCE_BYTE);
  padded.set(audio);
  return padded;
}

/** The first and last audible frame of a recording, in milliseconds; the whole of it when nothing is audible. */
function audibleEdges(audio: Uint8Array): { startMs: number; endMs: number } {
  let first = -1;
  let last = -1;
  for (let frame = 0; frame * FRAME_BYTES < audio.length; frame++) {
    if (!isAudible(audio.subarray(frame * FRAME_BYTES, (frame + 1) * FRAME_BYTES))) continue;
    if (first < 0) first = frame;
    last = frame;
  }
  if (first < 0) return { startMs: 0, endMs: (audio.length / FRAME_BYTES) * FRAME_MS };
  return { startMs: first * FRAME_MS, endMs: (last + 1) * FRAME_MS };
}
