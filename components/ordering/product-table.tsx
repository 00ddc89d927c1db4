"use client";
import { useTable } from "@tanstack/react-table";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { apiUrl } from "#lib/client/api.ts";
import type { ProductView } from "#lib/ordering/schemas/products.ts";
import { Ltr, Said } from "../ui/bidi.tsx";
import { cn } from "../ui/cn.ts";
import { Money } from "./money.tsx";
import { type ColumnId, columnNames, columns, features } from "./product-columns.tsx";
import { ProductActions, type ProductHands, ProductName, ProductShown, ProductStock } from "./product-parts.tsx";
import { toSort, toSorting } from "./sort-query.ts";
import { TableHead } from "./table-head.tsx";

interface ProductTableProps {
  products: ProductView[];
  sort: string;
  query: Record<string, string | undefined>;
  hands: ProductHands | null;
}

/** The products as a table; on a phone they are cards. */
export function ProductTable({ products, sort, query, hands }: ProductTableProps) {
  const t = useTranslations("products");
  const router = useRouter();
  const sorting = toSorting(sort);
  const table = useTable({
    ...{ features, columns, data: products, getRowId: (product: ProductView) => product.id },
    ...{ manualSorting: true, enableSortingRemoval: false, enableMultiSort: false, state: { sorting } },
    onSortingChange: (update) =>
      router.replace(apiUrl("/products", { ...query, sort: toSort(update, sorting) }), { scroll: false }),
  });
  return (
    <table className="w-full table-fixed border-collapse text-sm max-md:hidden">
      <caption className="sr-only">{t("caption")}</caption>
      <TableHead
        headers={table.getFlatHeaders().filter(({ column }) => hands || column.id !== "actions")}
        label={(id) => t(columnNames[id as ColumnId])}
        width={(id) => widths[id as ColumnId]}
      />
      <tbody>
        {table.getRowModel().rows.map((row) => {
          const cells = cellsOf(row.original, hands);
          return (
            <tr
              key={row.id}
              className="border-line not-last:border-b transition-colors duration-150 focus-within:bg-surface-0 hover:bg-surface-0"
            >
              {row.getAllCells().map(({ id: key, column }) => {
                const id = column.id as ColumnId;
                return id === "actions" && !hands ? null : (
                  <td key={key} className={cn("px-4 py-2.5 align-middle", widths[id])}>
                    {cells[id]}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const widths: Record<ColumnId, string> = {
  number: "w-[5.5rem]",
  name: "",
  category: "w-[9rem] max-lg:hidden",
  price: "w-[7rem]",
  stock: "w-[8rem]",
  available: "w-[7rem]",
  actions: "w-[7rem]",
};

function cellsOf(product: ProductView, hands: ProductHands | null): Record<ColumnId, ReactNode> {
  const { number, category, price } = product;
  return {
    number: <Ltr className="font-semibold text-ink-3 tabular-nums">{number}</Ltr>,
    name: <ProductName product={product} />,
    category: category ? <Said className="text-ink-2">{category}</Said> : null,
    price: <Money shekels={price} className="font-semibold tabular-nums" />,
    stock: <ProductStock stock={product.stock} />,
    available: <ProductShown product={product} hands={hands} />,
    actions: hands ? <ProductActions product={product} hands={hands} /> : null,
  };
}
