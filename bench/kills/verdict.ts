/**
 * What the kills have done to the callers.
 *
 * Acknowledged is what a caller has got an answer to: a phrase behind which a sound of the agent came, and no kill of the
 * edge in between. It must be in the CRM with all its words. Hit is who had a stream open when the edge was killed; they
 * must hear a voice again, from whichever rung of the ladder, or be taken a message from.
 */
import { eventsOf, type LineEvent, type Spoken } from "../call/line-events.ts";
import { lostPhrases, type Observed, type ObservedCall } from "../call/ringing.ts";
import type { Kill } from "./killer.ts";

export interface Hit {
  callSid: string;
  at: number;
  /** From the kill to the next sound; null when none came. */
  voiceAgainMs: number | null;
  leftMessage: boolean;
}

export interface Verdict {
  acknowledged: number;
  lost: string[];
  hit: Hit[];
  /** What the phone network would have told its customer as an error. */
  refused: string[];
}

export function judge(observed: Observed, kills: readonly Kill[]): Verdict {
  const edge = kills.filter(({ victim }) => victim === "edge").map(({ at }) => at);
  const acknowledged = observed.calls.map((call) => ({
    ...call,
    spoken: call.spoken.filter((phrase) => isAcknowledged(phrase, call.events, edge)),
  }));
  return {
    acknowledged: acknowledged.reduce((sum, { spoken }) => sum + spoken.length, 0),
    lost: lostPhrases({ ...observed, calls: acknowledged }),
    hit: observed.calls.flatMap((call) => edge.flatMap((at) => hitBy(call, at) ?? [])),
    refused: observed.calls.flatMap(({ phone, record }) => [
      // A stream that breaks is an error to the network, too: it is what this is about.
      ...phone.errors
        .filter(({ code }) => !STREAM_ERRORS.has(code))
        .map(({ code, message }) => `${phone.callSid} ${code} ${message}`),
      ...(record === null ? [`${phone.callSid} is not in the CRM`] : []),
    ]),
  };
}

/** The last quiet before a caller hangs up, and a little more. */
const HANGING_UP_MS = 1_500;

/** The network's codes for a stream that could not be opened or that broke. */
const STREAM_ERRORS = new Set([31901, 31902, 31920, 31924]);

function isAcknowledged({ startAt, endAt, nextAt }: Spoken, events: readonly LineEvent[], kills: readonly number[]) {
  const answerAt = eventsOf(events, "agent_audio").find(({ at }) => at > endAt && at < nextAt)?.at;
  return answerAt !== undefined && !kills.some((at) => at >= startAt && at <= answerAt);
}

function hitBy({ phone, events }: ObservedCall, at: number): Hit | null {
  const kinds = phone.log.filter((entry) => entry.at <= at);
  const opened = kinds.filter(({ kind }) => kind === "stream_open").length;
  const closed = kinds.filter(({ kind }) => kind === "stream_closed").length;
  const hungUpAt = phone.log.find(({ kind }) => kind === "hangup")?.at ?? Number.POSITIVE_INFINITY;
  // Who was just hanging up waited for nothing any more.
  if (opened <= closed || hungUpAt < at + HANGING_UP_MS) return null;
  const again = eventsOf(events, "agent_audio").find((one) => one.at > at)?.at;
  return {
    callSid: phone.callSid,
    at,
    voiceAgainMs: again === undefined ? null : again - at,
    leftMessage: phone.log.some(({ kind, at: when }) => kind === "record" && when > at),
  };
}
