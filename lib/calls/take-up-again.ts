import { businessByCall } from "../db/system.ts";
import { decideAfterStream } from "./decide-after-stream.ts";
import { type IncomingCall, type OpenedCall, openCall } from "./open-call.ts";

/**
 * The network did not get what it had asked for (a process of ours died over it), and asks what to do with the caller
 * instead: the call goes on from the rung it is on. One that was never kept begins here.
 */
export async function takeUpAgain(incoming: IncomingCall): Promise<OpenedCall> {
  const { callSid, requestId } = incoming;
  if ((await businessByCall(callSid)) === null) return openCall(incoming);
  return decideAfterStream({ callSid, failuresBefore: null, requestId });
}
