"use client";
import type { CallView } from "#lib/calls/schemas/views.ts";
import { useLiveTurns } from "../live/live-provider.tsx";

/** What a live call's caller said last, as it is said; for a call that is over its summary, or else its first words. */
export function useLatestWords(call: CallView): string | null {
  const turns = useLiveTurns(call.id);
  if (!call.live) return call.summary ?? call.excerpt;
  const heard = [...turns.values()].filter((turn) => turn.speaker === "caller" && turn.text !== "");
  return heard.sort((a, b) => b.index - a.index)[0]?.text ?? call.excerpt;
}
