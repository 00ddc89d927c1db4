import type { CallListInput } from "#lib/calls/schemas/views.ts";

/** What a list of calls was narrowed by, as its address has it; without the sort and the place in the list. */
export function filterQuery({ q, status, from, to, minScore, sentiment, want }: CallListInput) {
  return { q, status, from, to, minScore: minScore === undefined ? undefined : String(minScore), sentiment, want };
}

export function isFiltered(filter: CallListInput): boolean {
  return Object.values(filterQuery(filter)).some(Boolean);
}
