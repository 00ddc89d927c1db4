import { createColumnHelper, rowSortingFeature, tableFeatures } from "@tanstack/react-table";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";

/** Sorting is the database's work: the table only knows which column and which way. */
export const features = tableFeatures({ rowSortingFeature });
const column = createColumnHelper<typeof features, OrderView>();

/** `id` of the sorted ones is what the API calls them. */
export const columns = column.columns([
  column.accessor("number", { id: "number", enableSorting: false }),
  column.accessor("customerName", { id: "customer", enableSorting: false }),
  column.accessor("items", { id: "items", enableSorting: false }),
  column.accessor("createdAt", { id: "created_at", sortDescFirst: true }),
  column.accessor("total", { id: "total", sortDescFirst: true }),
  column.accessor("status", { id: "status", enableSorting: false }),
]);

export const columnNames = {
  number: "number",
  customer: "customer",
  items: "items",
  created_at: "when",
  total: "total",
  status: "status",
} as const;
export type ColumnId = keyof typeof columnNames;
