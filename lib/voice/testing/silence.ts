import type { TestCall } from "./test-call.ts";

/** Ms without any sound between a moment (the end of the caller's speech) and the last sound of ours after it. */
export function longestSilence(call: TestCall, from: number): number {
  let playsUntil = from;
  let longest = 0;
  for (const sent of call.line.log) {
    if (sent.kind !== "audio" || sent.at < from) continue;
    longest = Math.max(longest, sent.at - playsUntil);
    playsUntil = Math.max(playsUntil, sent.at) + sent.samples / 8;
  }
  return longest;
}
