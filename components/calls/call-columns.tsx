import { createColumnHelper, rowSortingFeature, tableFeatures } from "@tanstack/react-table";
import type { CallView } from "#lib/calls/schemas/views.ts";

/** Sorting is the database's work: the table only knows which column and which way. */
export const features = tableFeatures({ rowSortingFeature });
const column = createColumnHelper<typeof features, CallView>();

/** The columns, from the one that is read first. `id` of the sorted ones is what the API calls them. */
export const columns = column.columns([
  column.display({ id: "who", enableSorting: false }),
  column.display({ id: "what", enableSorting: false }),
  column.accessor("startedAt", { id: "started_at", sortDescFirst: true }),
  column.accessor("durationS", { id: "duration", sortDescFirst: true }),
  column.accessor("score", { id: "score", sortDescFirst: true }),
  column.accessor("voiceToVoiceMs", { id: "speed", enableSorting: false }),
  column.display({ id: "end", enableSorting: false }),
]);

export const columnNames = {
  who: "columnWho",
  what: "columnWhat",
  started_at: "columnWhen",
  duration: "columnDuration",
  score: "columnScore",
  speed: "columnSpeed",
  end: "columnEnd",
} as const;
export type ColumnId = keyof typeof columnNames;
