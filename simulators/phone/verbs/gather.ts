/** `<Gather>`: keys and speech, while the prompts play and for some seconds after them. */
import { FRAME_MS } from "../audio/mulaw.ts";
import type { Next, PhoneCall } from "../call.ts";
import type { CallerFrame } from "../caller.ts";
import { type Exchange, resolveUrl } from "../exchange.ts";
import type { Gather } from "../twiml/verbs.ts";
import { playPrompt } from "./prompts.ts";

// What "auto" comes to: the recogniser decides that a pause is the end.
const AUTO_SPEECH_TIMEOUT_MS = 1000;

type Result = { digits: string; finishedOnKey: string } | { speech: string };

/** Carries the verb out. With input the action is next, without it the following verb, as Twilio does. */
export async function gather(
  exchange: Exchange,
  call: PhoneCall,
  verb: Gather,
  documentUrl: string,
  signal: AbortSignal,
): Promise<Next> {
  const result = await listen(exchange, call, verb, documentUrl, signal);
  if (!result && !verb.actionOnEmptyResult) return { kind: "continue" };
  const params: Record<string, string> = { msg: "Gather End" };
  if (result && "digits" in result) {
    call.log.add({ kind: "gather", digits: result.digits });
    params.Digits = result.digits;
    params.FinishedOnKey = result.finishedOnKey;
  } else if (result) {
    call.log.add({ kind: "gather", speech: result.speech });
    params.SpeechResult = result.speech;
    params.Confidence = "0.91";
    params.Language = verb.language;
  }
  const url = verb.action ? resolveUrl(verb.action, documentUrl) : documentUrl;
  return { kind: "fetch", url, method: verb.method, params };
}

async function listen(
  exchange: Exchange,
  call: PhoneCall,
  verb: Gather,
  documentUrl: string,
  signal: AbortSignal,
): Promise<Result | null> {
  const prompts = new AbortController();
  const promptSignal = AbortSignal.any([signal, prompts.signal]);
  const listener = new Listener(verb, () => prompts.abort());
  const onKey = (digit: string) => listener.key(digit);
  const onFrame = (frame: CallerFrame) => listener.frame(frame);
  call.keys.add(onKey);
  call.ears.add(onFrame);
  const stop = () => listener.stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const played = playAll(exchange, call, verb, documentUrl, promptSignal);
    // Input ends the verb while the prompts are still playing, so both run side by side.
    const [result] = await Promise.all([listener.result, played.then(() => listener.startTimeout())]);
    signal.throwIfAborted();
    return result;
  } finally {
    signal.removeEventListener("abort", stop);
    prompts.abort();
    call.keys.delete(onKey);
    call.ears.delete(onFrame);
  }
}

async function playAll(
  exchange: Exchange,
  call: PhoneCall,
  verb: Gather,
  documentUrl: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    for (const prompt of verb.prompts) await playPrompt(exchange, call, prompt, documentUrl, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Collects what the caller gives, in the call's own time. */
class Listener {
  readonly result: Promise<Result | null>;
  readonly #verb: Gather;
  readonly #onInput: () => void;
  #finish: (result: Result | null) => void = () => {};
  #digits = "";
  #words: string[] = [];
  #frames = 0;
  #lastInputFrame = 0;
  #timeoutRuns = false;

  constructor(verb: Gather, onInput: () => void) {
    this.#verb = verb;
    this.#onInput = onInput;
    this.result = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  /** The prompts are over: from now on silence counts. */
  startTimeout(): void {
    this.#timeoutRuns = true;
    if (!this.#hasInput()) this.#lastInputFrame = this.#frames;
  }

  key(digit: string): void {
    if (!this.#verb.input.includes("dtmf")) return;
    this.#onInput();
    this.#timeoutRuns = true;
    this.#lastInputFrame = this.#frames;
    const isEnd = this.#verb.finishOnKey.includes(digit);
    if (!isEnd) this.#digits += digit;
    if (isEnd || this.#digits.length >= this.#verb.numDigits) this.#finish(this.#digitsResult(isEnd ? digit : ""));
  }

  frame(frame: CallerFrame): void {
    this.#frames += 1;
    if (this.#verb.input.includes("speech")) this.#hear(frame);
    if (!this.#timeoutRuns) return;
    const silentMs = (this.#frames - this.#lastInputFrame) * FRAME_MS;
    if (silentMs < this.#patienceMs()) return;
    if (this.#digits) this.#finish(this.#digitsResult(""));
    else this.#finish(this.#words.length > 0 ? { speech: this.#words.join(" ") } : null);
  }

  stop(): void {
    this.#finish(null);
  }

  #hear(frame: CallerFrame): void {
    // A recogniser set to another language makes nothing of Hebrew, and one that came late misses the word's beginning.
    if (!this.#verb.language.startsWith("he") || frame.lost) return;
    for (const word of frame.words) {
      if (word.agoMs > this.#frames * FRAME_MS) continue;
      this.#words.push(word.text);
      this.#lastInputFrame = this.#frames;
      this.#timeoutRuns = true;
      if (this.#verb.bargeIn) this.#onInput();
    }
  }

  #patienceMs(): number {
    if (this.#words.length === 0 || this.#digits) return this.#verb.timeoutS * 1000;
    return this.#verb.speechTimeoutS === null ? AUTO_SPEECH_TIMEOUT_MS : this.#verb.speechTimeoutS * 1000;
  }

  #hasInput(): boolean {
    return this.#digits !== "" || this.#words.length > 0;
  }

  #digitsResult(finishedOnKey: string): Result {
    return { digits: this.#digits, finishedOnKey };
  }
}
