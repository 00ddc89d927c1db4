import type { SortingState } from "@tanstack/react-table";

/** "-total" as the table has it: which column, and which way. */
export function toSorting(sort: string): SortingState {
  return sort.startsWith("-") ? [{ id: sort.slice(1), desc: true }] : [{ id: sort, desc: false }];
}

/** The other way round, from what the table wants next. */
export function toSort(update: SortingState | ((now: SortingState) => SortingState), now: SortingState): string | null {
  const [next] = typeof update === "function" ? update(now) : update;
  return next ? `${next.desc ? "-" : ""}${next.id}` : null;
}
