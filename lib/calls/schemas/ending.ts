/** How a call's last conversation ended, as kept and as shown. */
export const callEndings = [
  "caller_hung_up",
  "agent_said_goodbye",
  "caller_silent",
  "transferred",
  "stream_failed",
  /** Nobody could be heard or answered, and the caller left (or could leave) a message. */
  "message_taken",
] as const;
export type CallEnding = (typeof callEndings)[number];

/** Nothing is left to do for the caller. */
export function endedWell(ending: CallEnding | null): boolean {
  return ending !== null && ending !== "stream_failed";
}
