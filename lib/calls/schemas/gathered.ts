/** What the agent answers, turn by turn, to a caller without a media stream. */
export type GatheredAnswer =
  /** Says this and listens. */
  | { kind: "ask"; text: string }
  /** Says this and hangs up. */
  | { kind: "goodbye"; text: string }
  /** Says this and rings `to` (E.164). */
  | { kind: "transfer"; text: string; to: string }
  /** Says this and records a message. */
  | { kind: "take_message"; text: string };
