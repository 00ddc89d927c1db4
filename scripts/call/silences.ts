/** How long a caller on a media stream hears nothing after having spoken. */
import { phrases } from "#lib/businesses/phrases.ts";
import type { CrmCall } from "./crm.ts";
import { eventsOf, isSpoilt, type LineEvent, type Spoken } from "./line-events.ts";
import { agentTurnsOnTheLine } from "./turns-on-the-line.ts";

export interface Silence {
  /** What was said before it. */
  text: string;
  at: number;
  ms: number;
}

/** What a silent caller is asked: until then it is the caller who was silent, not we. */
const TO_THE_SILENT: readonly string[] = [phrases.stillThere, phrases.silenceGoodbye];
/** A turn begins with its sound, give or take so much. */
const SAME_MOMENT_MS = 300;

/**
 * Each time that a caller who had spoken heard nothing until we said something: before the first word, and between that
 * and the answer. What comes after the last word is the caller's own time, unless there never was a word. What the
 * phone's own late clock has spoilt, or a stream that closed, does not count.
 */
export function silencesAfterWords(
  events: readonly LineEvent[],
  spoken: readonly Spoken[],
  record: CrmCall | null,
): Silence[] {
  const reminders = agentTurnsOnTheLine(events, record).filter(({ turn }) =>
    TO_THE_SILENT.some((text) => turn.text.startsWith(text)),
  );
  const isReminder = (at: number) => reminders.some((one) => Math.abs(one.at - at) < SAME_MOMENT_MS);
  return spoken.flatMap(({ text, endAt, nextAt }) => {
    const sounds = soundsAfter(events, endAt, nextAt);
    const ours = sounds.filter(({ from, to }) => from === endAt || !isReminder(to));
    const unanswered = sounds.length === 0 && !isPlayingAt(events, endAt);
    return (unanswered ? [untilGivenUp(events, endAt, nextAt)] : ours)
      .filter(({ from, to }) => !isSpoilt(events, from, to) && hasStream(events, from, to))
      .map(({ from, to }) => ({ text, at: from, ms: to - from }));
  });
}

/** From the last sound, or the caller's own last word, to each sound that followed. */
function soundsAfter(events: readonly LineEvent[], endAt: number, nextAt: number): { from: number; to: number }[] {
  const within = ({ at }: { at: number }) => at > endAt && at < nextAt;
  const quiets = eventsOf(events, "agent_quiet").filter(within);
  return eventsOf(events, "agent_audio")
    .filter(within)
    .map(({ at }) => ({ from: quiets.findLast((quiet) => quiet.at < at)?.at ?? endAt, to: at }));
}

function untilGivenUp(events: readonly LineEvent[], endAt: number, nextAt: number): { from: number; to: number } {
  const hungUpAt = eventsOf(events, "hangup")[0]?.at ?? endAt;
  return { from: endAt, to: Math.min(nextAt, hungUpAt) };
}

function isPlayingAt(events: readonly LineEvent[], at: number): boolean {
  const last = events.findLast(
    (event) => event.at <= at && (event.kind === "agent_audio" || event.kind === "agent_quiet"),
  );
  return last?.kind === "agent_audio";
}

function hasStream(events: readonly LineEvent[], from: number, to: number): boolean {
  const before = events.findLast(
    (event) => event.at <= from && (event.kind === "stream_start" || event.kind === "stream_closed"),
  );
  const closedMeanwhile = eventsOf(events, "stream_closed").some(({ at }) => at > from && at < to);
  return before?.kind === "stream_start" && !closedMeanwhile;
}
