import type { TurnView } from "#lib/calls/schemas/views.ts";
import type { TurnsByIndex } from "../live/live-store.ts";

/** The turns of a page, with what was heard of them since it was rendered. */
export function mergeTurns(rendered: TurnView[], heard: TurnsByIndex): TurnView[] {
  const turns = new Map(rendered.map((turn) => [turn.index, turn]));
  for (const turn of heard.values()) turns.set(turn.index, turn);
  return [...turns.values()].sort((a, b) => a.index - b.index);
}
