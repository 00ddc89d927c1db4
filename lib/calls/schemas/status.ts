/** A call's status and its rung, and the one direction in which they go. */
export const callStatuses = ["ringing", "in_progress", "completed", "busy", "no_answer", "canceled", "failed"] as const;
export type CallStatus = (typeof callStatuses)[number];

/** How the agent talks with the caller: over a media stream; turn by turn through the phone network; not any more. */
export const callRungs = ["stream", "gather", "record"] as const;
export type CallRung = (typeof callRungs)[number];

const rank: Record<CallStatus, number> = {
  ringing: 0,
  in_progress: 1,
  completed: 2,
  busy: 2,
  no_answer: 2,
  canceled: 2,
  failed: 2,
};

/** True when `next` is further on: statuses only ever advance, and the first final one stays. */
export function advances(current: CallStatus, next: CallStatus): boolean {
  return rank[next] > rank[current];
}

export function isOver(status: CallStatus): boolean {
  return rank[status] === 2;
}
