import type { PhoneCall } from "./call.ts";
import type { EndedBy, LogEntry } from "./call-log.ts";

/** A call as told to whoever placed it. */
export interface CallRecord {
  callSid: string;
  from: string;
  to: string;
  direction: string;
  status: string;
  endedBy: EndedBy | null;
  durationS: number;
  errors: { code: number; message: string }[];
  /** Our own ticker: frames that went out more than 10 ms late spoil a measurement. */
  frames: { sent: number; late: number; maxLateMs: number };
  log: LogEntry[];
}

/** The call as it stands now. */
export function callRecord(call: PhoneCall): CallRecord {
  return {
    callSid: call.sid,
    from: call.from,
    to: call.to,
    direction: call.direction,
    status: call.status,
    endedBy: call.endedBy,
    durationS: call.durationS,
    errors: [...call.log.errors],
    frames: { ...call.frames },
    log: [...call.log.entries],
  };
}
