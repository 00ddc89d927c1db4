/** The phone's own log, as far as it is read here and by the bench. Times are epoch milliseconds. */
import { z } from "zod";
import type { PhoneRecord } from "./phone.ts";

const at = z.number();
const lineEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stream_start"), at }),
  z.object({ kind: z.literal("stream_closed"), at }),
  z.object({ kind: z.literal("caller_speech_start"), at, phrase: z.string().nullable(), text: z.string() }),
  z.object({ kind: z.literal("caller_speech_end"), at, phrase: z.string().nullable(), text: z.string() }),
  /** The first audio after silence; `arrivedAt` is when it came over the socket. */
  z.object({ kind: z.literal("agent_audio"), at, arrivedAt: z.number(), source: z.string() }),
  z.object({ kind: z.literal("agent_quiet"), at }),
  /** The first and the last moment of a stretch in which something could be heard. */
  z.object({ kind: z.literal("agent_speech_start"), at }),
  z.object({ kind: z.literal("agent_speech_end"), at }),
  /** What the network's own voice was told to say. */
  z.object({ kind: z.literal("say"), at, text: z.string() }),
  z.object({ kind: z.literal("clear"), at }),
  z.object({ kind: z.literal("mark"), at, step: z.enum(["received", "echoed"]) }),
  z.object({ kind: z.literal("ticker_late"), at, lateMs: z.number() }),
  z.object({ kind: z.literal("wait_timeout"), at }),
  z.object({ kind: z.literal("hangup"), at }),
  z.object({ kind: z.literal("error"), at, code: z.number(), message: z.string() }),
]);
export type LineEvent = z.infer<typeof lineEvent>;
export type LineEventOf<K extends LineEvent["kind"]> = LineEvent & { kind: K };

/** The events of a call in the order of their times. */
export function lineEvents(phone: Pick<PhoneRecord, "log">): LineEvent[] {
  return phone.log
    .flatMap((entry) => {
      const parsed = lineEvent.safeParse(entry);
      return parsed.success ? [parsed.data] : [];
    })
    .sort((a, b) => a.at - b.at);
}

export function eventsOf<K extends LineEvent["kind"]>(events: readonly LineEvent[], kind: K): LineEventOf<K>[] {
  return events.filter((event): event is LineEventOf<K> => event.kind === kind);
}

/** One phrase as it really was spoken, from the phone's word times. */
export interface Spoken {
  phrase: string;
  text: string;
  startAt: number;
  endAt: number;
  /** When the caller spoke next; infinite for the last phrase. */
  nextAt: number;
}

export function spokenPhrases(events: readonly LineEvent[]): Spoken[] {
  const starts = eventsOf(events, "caller_speech_start");
  const ends = eventsOf(events, "caller_speech_end");
  return starts.flatMap(({ phrase, text, at: startAt }, index) => {
    const nextAt = starts[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const end = ends.find((one) => one.at > startAt && one.at <= nextAt);
    return phrase === null || end === undefined ? [] : [{ phrase, text, startAt, endAt: end.at, nextAt }];
  });
}

/** Whether the phone's own clock was too late within this time for anything in it to be measured. */
export function isSpoilt(events: readonly LineEvent[], from: number, to: number): boolean {
  return eventsOf(events, "ticker_late").some(({ at: due, lateMs }) => due <= to && due + lateMs >= from);
}
