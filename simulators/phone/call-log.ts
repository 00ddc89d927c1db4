/** What happened on one call, in the order in which it happened, as an observer of the line would write it down. */
import { now } from "../common/http.ts";

type LogEvent =
  | { kind: "ringing" | "answered" }
  /** Status 0: no answer at all. */
  | { kind: "webhook"; url: string; status: number; tookMs: number; params: Record<string, string> }
  | { kind: "callback"; url: string; status: number; tookMs: number; event: string }
  | { kind: "twiml"; verbs: string[] }
  | { kind: "say"; text: string; language: string; durationMs: number }
  | { kind: "play"; url: string; durationMs: number }
  | { kind: "gather"; digits?: string; speech?: string }
  | { kind: "record"; recordingSid: string; durationMs: number }
  | { kind: "dial"; number: string; status: string; durationMs: number }
  | { kind: "stream_open"; url: string; tookMs: number }
  /** `start` was sent. */
  | { kind: "stream_start"; streamSid: string }
  /** `unheardMs`: what the application had sent and the caller never got to hear. */
  | { kind: "stream_closed"; by: "agent" | "phone" | "cut"; code: number; unheardMs: number }
  /** `at` is the true onset or end, from the word times (a phrase) or the loudness (a recording); lateMs: our ticker. */
  | { kind: "caller_speech_start"; phrase: string | null; text: string; lateMs: number }
  | { kind: "caller_speech_end"; phrase: string | null; text: string; lateMs: number }
  | { kind: "caller_noise_start" | "caller_noise_end"; noise: string }
  | { kind: "step"; index: number; do: string }
  /** Our own clock came late, so what was measured around this moment is spoilt. */
  | { kind: "ticker_late"; lateMs: number }
  | { kind: "wait_timeout"; index: number }
  /** The first frame after an empty buffer: `at` is when it was played; `gapMs` how long nothing had been playing. */
  | { kind: "agent_audio"; arrivedAt: number; playAt: number; gapMs: number; source: AudioSource }
  /** The first and last moment at which something could be heard; half a second of silence ends a stretch. */
  | { kind: "agent_speech_start" }
  | { kind: "agent_speech_end"; audibleMs: number }
  /** The buffer has been played to its end. */
  | { kind: "agent_quiet" }
  | { kind: "clear"; droppedMs: number; marks: string[] }
  | { kind: "mark"; name: string; step: "received" | "echoed"; cleared: boolean }
  | { kind: "dtmf"; digit: string }
  | { kind: "error"; code: number; message: string }
  | { kind: "hangup"; by: EndedBy; reason: string; unheardMs: number };

export type AudioSource = "stream" | "say" | "play" | "beep" | "error";
/** caller: the caller hung up. twiml: the document ended or said so. rest: by the API. error: the application failed. */
export type EndedBy = "caller" | "twiml" | "rest" | "error" | "shutdown";
export type LogEntry = { at: number } & LogEvent;

export class CallLog {
  readonly entries: LogEntry[] = [];
  readonly errors: { code: number; message: string }[] = [];
  #watchers = new Set<() => void>();

  /** Writes an event down; `at` (epoch ms) when it happened at another time than now. */
  add(event: LogEvent, at = now()): void {
    this.entries.push({ at, ...event });
    for (const watcher of this.#watchers) watcher();
  }

  /** An error of Twilio's debugger. */
  error(code: number, message: string): void {
    this.errors.push({ code, message });
    this.add({ kind: "error", code, message });
  }

  /** Resolves with the first entry, past or future, that `wanted` accepts. */
  until<K extends LogEvent["kind"]>(
    kind: K,
    wanted: (entry: LogEntryOf<K>) => boolean = () => true,
  ): Promise<LogEntryOf<K>> {
    return new Promise((resolve) => {
      let seen = 0;
      const look = () => {
        for (; seen < this.entries.length; seen++) {
          const entry = this.entries[seen];
          if (entry && isKind(entry, kind) && wanted(entry)) {
            this.#watchers.delete(look);
            resolve(entry);
            return;
          }
        }
      };
      this.#watchers.add(look);
      look();
    });
  }
}

type LogEntryOf<K extends LogEvent["kind"]> = LogEntry & { kind: K };

function isKind<K extends LogEvent["kind"]>(entry: LogEntry, kind: K): entry is LogEntryOf<K> {
  return entry.kind === kind;
}
