import type { TimelineEntry, TimelinePage } from "#lib/messaging/schemas/views.ts";

/**
 * The newest page, as it is now, before what was read further back; both newest first. What has come in so far away from
 * what was read that nothing connects them starts anew.
 */
export function joinPages(kept: TimelinePage, newest: TimelinePage): TimelinePage {
  const oldest = newest.items.at(-1);
  if (oldest === undefined || !kept.items.some(({ id }) => id === oldest.id)) return newest;
  const further = kept.items.filter(({ id }) => id < oldest.id);
  return further.length === 0 ? newest : { items: [...newest.items, ...further], nextCursor: kept.nextCursor };
}

/** What was read, and the page after it. */
export function appendPage(kept: TimelinePage, older: TimelinePage): TimelinePage {
  const known = new Set(kept.items.map(({ id }) => id));
  const items: TimelineEntry[] = [...kept.items, ...older.items.filter(({ id }) => !known.has(id))];
  return { items, nextCursor: older.nextCursor };
}
