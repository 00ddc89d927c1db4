/** `<Record>`: keeps what the caller really says, and tells the application where it is. */
import { now } from "../../common/http.ts";
import { bytesOfMs, durationMs, FRAME_MS, isAudible } from "../audio/mulaw.ts";
import { beep } from "../audio/sounds.ts";
import type { Next, PhoneCall } from "../call.ts";
import type { CallerFrame } from "../caller.ts";
import { callParams, type Exchange, isHangup, resolveUrl, tellApplication } from "../exchange.ts";
import type { RecordVerb } from "../twiml/verbs.ts";

const BEEP_MS = 500;

/** Carries the verb out. Silence alone is no recording: then the following verb is next, as Twilio does. */
export async function record(
  exchange: Exchange,
  call: PhoneCall,
  verb: RecordVerb,
  documentUrl: string,
  signal: AbortSignal,
): Promise<Next> {
  if (verb.playBeep) await call.line.play(beep(BEEP_MS), "beep", signal);
  const startedAt = now();
  const recorder = new Recorder(verb);
  let endedBy = "";
  try {
    endedBy = await listen(call, recorder, signal);
  } catch (error) {
    if (!isHangup(error, call)) throw error;
    endedBy = "hangup";
  }
  const audio = recorder.audio();
  if (!recorder.heardSomething) return { kind: "continue" };

  const { sid, durationS } = exchange.recordings.add(call.sid, audio, startedAt);
  const url = `${exchange.apiUrl}/2010-04-01/Accounts/${exchange.accountSid}/Recordings/${sid}`;
  call.log.add({ kind: "record", recordingSid: sid, durationMs: durationMs(audio) });
  const params = { RecordingSid: sid, RecordingUrl: url, RecordingDuration: String(durationS), Digits: endedBy };
  const action = {
    url: verb.action ? resolveUrl(verb.action, documentUrl) : documentUrl,
    method: verb.method,
    params: { ...params },
  };
  if (verb.statusCallback) {
    void tellApplication(exchange, call, "recording", {
      url: resolveUrl(verb.statusCallback, documentUrl),
      method: verb.statusMethod,
      params: {
        AccountSid: exchange.accountSid,
        CallSid: call.sid,
        RecordingSid: sid,
        RecordingUrl: url,
        RecordingStatus: "completed",
        RecordingDuration: String(durationS),
        RecordingChannels: "1",
        RecordingStartTime: new Date(startedAt).toUTCString().replace("GMT", "+0000"),
        RecordingSource: "RecordVerb",
        RecordingTrack: "inbound",
      },
    });
  }
  if (call.isOver) {
    // The caller is gone; Twilio still tells the action, with Digits=hangup, and ignores the answer.
    await tellApplication(exchange, call, "action", {
      ...action,
      params: { ...callParams(exchange, call), ...action.params },
    });
    return { kind: "continue" };
  }
  return { kind: "fetch", ...action };
}

/** Resolves with the key that ended it, or "" for silence or the greatest length. */
function listen(call: PhoneCall, recorder: Recorder, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const done = (result: () => void) => {
      call.ears.delete(onFrame);
      call.keys.delete(onKey);
      signal.removeEventListener("abort", onAbort);
      result();
    };
    const onFrame = (frame: CallerFrame) => {
      if (recorder.take(frame)) done(() => resolve(""));
    };
    const onKey = (digit: string) => {
      if (recorder.verb.finishOnKey.includes(digit)) done(() => resolve(digit));
    };
    const onAbort = () => done(() => reject(signal.reason));
    call.ears.add(onFrame);
    call.keys.add(onKey);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

class Recorder {
  readonly verb: RecordVerb;
  #frames: Uint8Array[] = [];
  #firstAudible = -1;
  #lastAudible = -1;

  constructor(verb: RecordVerb) {
    this.verb = verb;
  }

  get heardSomething(): boolean {
    return this.#lastAudible >= 0;
  }

  /** Keeps a frame; true when the recording is over. */
  take(frame: CallerFrame): boolean {
    if (!frame.lost) {
      if (isAudible(frame.audio)) {
        this.#lastAudible = this.#frames.length;
        if (this.#firstAudible < 0) this.#firstAudible = this.#frames.length;
      }
      this.#frames.push(frame.audio);
    }
    const silentMs = (this.#frames.length - 1 - this.#lastAudible) * FRAME_MS;
    return silentMs >= this.verb.timeoutS * 1000 || this.#frames.length * FRAME_MS >= this.verb.maxLengthS * 1000;
  }

  audio(): Uint8Array {
    if (!this.heardSomething) return new Uint8Array(0);
    const kept = this.verb.trim ? this.#frames.slice(this.#firstAudible, this.#lastAudible + 1) : this.#frames;
    return new Uint8Array(Buffer.concat(kept)).subarray(0, bytesOfMs(this.verb.maxLengthS * 1000));
  }
}
