import type { CallView } from "#lib/calls/schemas/views.ts";
import { clock } from "../format/clock.ts";
import { RunningTime } from "../live/running-time.tsx";
import { Ltr } from "../ui/bidi.tsx";

/** How long a call took, or has been going on. */
export function CallDuration({ call }: { call: Pick<CallView, "live" | "startedAt" | "durationS"> }) {
  return call.live ? <RunningTime since={call.startedAt} /> : <Ltr>{clock(call.durationS * 1000)}</Ltr>;
}
