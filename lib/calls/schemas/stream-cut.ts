import { z } from "zod";

/** Why a media stream of a call broke, as kept and as shown; "unknown" when nobody could say it any more. */
export const streamCuts = [
  "not_begun",
  "line_broke",
  "line_silent",
  "line_stuck",
  "bad_frames",
  "server_stopped",
  "no_voice",
  "not_hearing",
  "transfer_failed",
  "internal",
  "unknown",
] as const;
export const streamCut = z.enum(streamCuts).catch("unknown");
export type StreamCut = z.infer<typeof streamCut>;
