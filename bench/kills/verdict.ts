/**
 * What the kills have done to the callers.
 *
 * Acknowledged is what a caller has got an answer to: a phrase that was spoken into an open stream and answered with a
 * sound while that stream was still open; or words that the network's own recogniser had understood and that our webhook
 * answered with a success. All of it must be in the CRM. (What is said into a line that nobody listens to, between a kill
 * and the next stream, reaches nobody: no phone network could tell us of it.)
 *
 * Hit is who had a stream open when the edge was killed; and whose phone network had a question to us under way when the
 * edge or the pages were killed, or asked one while nobody was there yet. They must hear a voice again, from whichever rung
 * of the ladder, or be taken a message from.
 */
import { eventsOf, type Spoken } from "../../scripts/call/line-events.ts";
import type { Observed, ObservedCall } from "../call/ringing.ts";
import { saysAll } from "../call/words.ts";
import type { Kill } from "./killer.ts";

export interface Hit {
  callSid: string;
  victim: Kill["victim"];
  /** When the waiting began: the kill, or a question after it. */
  at: number;
  /** From then to the next voice; null when none came. */
  voiceAgainMs: number | null;
  /** The longest stretch of it in which the caller did not speak either. */
  silentMs: number | null;
  leftMessage: boolean;
}

export interface Verdict {
  acknowledged: number;
  lost: string[];
  hit: Hit[];
  /** Callers who heard the network's own error, and calls that the CRM does not know. */
  refused: string[];
}

export function judge({ calls }: Observed, kills: readonly Kill[]): Verdict {
  const acknowledged = calls.flatMap((call) => acknowledgedIn(call).map((words) => ({ call, words })));
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged
      .filter(({ call, words }) => !isKept(call, words))
      .map(({ call: { phone, record }, words }) => `${phone.callSid} ${words}: ${understood(record)}`),
    hit: calls.flatMap((call) => kills.flatMap((kill) => hitBy(call, kill) ?? [])),
    refused: calls.flatMap(({ phone, record }) => [
      ...(phone.endedBy === "error" ? [`${phone.callSid} heard an error: ${phone.errors.at(-1)?.message}`] : []),
      ...(record === null ? [`${phone.callSid} is not in the CRM`] : []),
    ]),
  };
}

function acknowledgedIn(call: ObservedCall): string[] {
  const streams = streamsOf(call);
  const phrases = call.spoken.filter((phrase) => streams.some((stream) => isAnsweredIn(call, phrase, stream)));
  const understoodWords = call.phone.log.flatMap((entry) => {
    const { kind, status, params } = entry as { kind: string; status?: number; params?: Record<string, string> };
    const words = kind === "webhook" && status === 200 ? params?.SpeechResult : undefined;
    return words ? [words] : [];
  });
  return [...phrases.map(({ text }) => text), ...understoodWords];
}

interface Stream {
  from: number;
  to: number;
}

function streamsOf({ phone }: ObservedCall): Stream[] {
  const closed = phone.log.filter(({ kind }) => kind === "stream_closed").map(({ at }) => at);
  return phone.log
    .filter(({ kind }) => kind === "stream_open")
    .map(({ at: from }) => ({ from, to: closed.find((at) => at >= from) ?? Number.POSITIVE_INFINITY }));
}

function isAnsweredIn({ events }: ObservedCall, { startAt, endAt, nextAt }: Spoken, { from, to }: Stream): boolean {
  if (startAt < from || endAt > to) return false;
  return eventsOf(events, "agent_audio").some(({ at }) => at > endAt && at < Math.min(nextAt, to));
}

function isKept({ record }: ObservedCall, words: string): boolean {
  return record?.turns.some(({ speaker, text }) => speaker === "caller" && saysAll(text, words)) ?? false;
}

function understood(record: ObservedCall["record"]): string {
  const turns = record?.turns.filter(({ speaker }) => speaker === "caller") ?? [];
  return turns.map(({ text }) => text || "-").join(" | ");
}

/** The last quiet before a caller hangs up, and a little more. */
const HANGING_UP_MS = 1_500;
/** No process is back sooner: who asks meanwhile waits for it. */
const AWAY_MS = 800;

function hitBy(call: ObservedCall, { victim, at }: Kill): Hit | null {
  const { phone, events } = call;
  const hungUpAt = phone.log.find(({ kind }) => kind === "hangup")?.at ?? Number.POSITIVE_INFINITY;
  // Who was just hanging up waited for nothing any more.
  if (hungUpAt < at + HANGING_UP_MS) return null;
  const cut = victim === "edge" && streamsOf(call).some(({ from, to }) => from <= at && to >= at);
  const from = cut ? at : askedAt(call, at);
  if (from === undefined) return null;
  const again = eventsOf(events, "agent_audio").find((one) => one.at > from && VOICES.includes(one.source))?.at;
  return {
    callSid: phone.callSid,
    victim,
    at: from,
    voiceAgainMs: again === undefined ? null : again - from,
    silentMs: again === undefined ? null : longestSilence(call, from, again),
    leftMessage: phone.log.some(({ kind, at: when }) => kind === "record" && when > from),
  };
}

/** A caller who speaks is waited for by the agent, and hears nothing meanwhile. */
function longestSilence({ spoken }: ObservedCall, from: number, to: number): number {
  const said = spoken.filter(({ startAt, endAt }) => startAt < to && endAt > from);
  const ends = [from, ...said.map(({ endAt }) => endAt)];
  const begins = [...said.map(({ startAt }) => startAt), to];
  return Math.max(0, ...ends.map((end, index) => (begins[index] ?? to) - end));
}

/** Ours, over whichever rung; neither a tone nor the network's own error. */
const VOICES = ["stream", "say", "play"];

/** From when on the network waited for an answer that the kill kept it from getting at once. */
function askedAt({ phone }: ObservedCall, at: number): number | undefined {
  const asked = phone.log.find((entry) => {
    const { kind, tookMs } = entry as { kind: string; tookMs?: number };
    return kind === "webhook" && entry.at >= at && entry.at - (tookMs ?? 0) < at + AWAY_MS;
  });
  return asked && Math.max(at, asked.at - Number(asked.tookMs ?? 0));
}
