import { createColumnHelper, rowSortingFeature, tableFeatures } from "@tanstack/react-table";
import type { ProductView } from "#lib/ordering/schemas/products.ts";

/** Sorting is the database's work: the table only knows which column and which way. */
export const features = tableFeatures({ rowSortingFeature });
const column = createColumnHelper<typeof features, ProductView>();

/** `id` of the sorted ones is what the API calls them. */
export const columns = column.columns([
  column.accessor("number", { id: "number" }),
  column.accessor("name", { id: "name" }),
  column.accessor("category", { id: "category", enableSorting: false }),
  column.accessor("price", { id: "price" }),
  column.accessor("stock", { id: "stock", enableSorting: false }),
  column.accessor("available", { id: "available", enableSorting: false }),
  column.display({ id: "actions", enableSorting: false }),
]);

export const columnNames = {
  number: "number",
  name: "product",
  category: "category",
  price: "priceShort",
  stock: "stock",
  available: "shown",
  actions: "actions",
} as const;
export type ColumnId = keyof typeof columnNames;
