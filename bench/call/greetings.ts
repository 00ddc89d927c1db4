import { eventsOf, isSpoilt } from "../../scripts/call/line-events.ts";
import type { ObservedCall } from "./ringing.ts";

/** From the phone's `start` to the first frame of the greeting, for each call whose phone was on time; milliseconds. */
export function greetingsOf(calls: readonly ObservedCall[]): number[] {
  return calls.flatMap(({ events }) => {
    const start = eventsOf(events, "stream_start")[0];
    const first = eventsOf(events, "agent_audio").find(({ source }) => source === "stream");
    if (start === undefined || first === undefined) return [];
    return isSpoilt(events, start.at, first.arrivedAt) ? [] : [first.arrivedAt - start.at];
  });
}
