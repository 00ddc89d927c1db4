"use client";
import { useTable } from "@tanstack/react-table";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { apiUrl } from "#lib/client/api.ts";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { When } from "../format/when.tsx";
import { Ltr } from "../ui/bidi.tsx";
import { cn } from "../ui/cn.ts";
import { Money } from "./money.tsx";
import { type ColumnId, columnNames, columns, features } from "./order-columns.tsx";
import { OrderCustomer, OrderItems } from "./order-parts.tsx";
import { OrderStatus } from "./order-status.tsx";
import { PaymentState } from "./payment-state.tsx";
import { toSort, toSorting } from "./sort-query.ts";
import { TableHead } from "./table-head.tsx";

interface OrderTableProps {
  orders: OrderView[];
  sort: string;
  query: Record<string, string | undefined>;
}

/** Orders as a table; on a phone they are cards. */
export function OrderTable({ orders, sort, query }: OrderTableProps) {
  const t = useTranslations("orders");
  const router = useRouter();
  const sorting = toSorting(sort);
  const table = useTable({
    ...{ features, columns, data: orders, getRowId: (order: OrderView) => order.id },
    ...{ manualSorting: true, enableSortingRemoval: false, enableMultiSort: false, state: { sorting } },
    onSortingChange: (update) =>
      router.replace(apiUrl("/orders", { ...query, sort: toSort(update, sorting) }), { scroll: false }),
  });
  const rows = table.getRowModel().rows;
  return (
    <table className="w-full table-fixed border-collapse text-sm max-md:hidden">
      <caption className="sr-only">{t("caption")}</caption>
      <TableHead
        headers={table.getFlatHeaders()}
        label={(id) => t(columnNames[id as ColumnId])}
        width={(id) => widths[id as ColumnId]}
      />
      <tbody>
        {rows.map((row) => {
          const cells = cellsOf(row.original, t("order", { number: row.original.number }));
          return (
            <tr
              key={row.id}
              className="relative border-line not-last:border-b transition-colors duration-150 focus-within:bg-surface-0 hover:bg-surface-0"
            >
              {row.getAllCells().map(({ id: key, column }) => (
                <td key={key} className={cn("px-4 py-3 align-middle", widths[column.id as ColumnId])}>
                  {cells[column.id as ColumnId]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const widths: Record<ColumnId, string> = {
  number: "w-[6rem]",
  customer: "w-[22%]",
  items: "",
  created_at: "w-[9rem]",
  total: "w-[8rem]",
  status: "w-[7.5rem]",
};

function cellsOf(order: OrderView, name: string): Record<ColumnId, ReactNode> {
  const { id, number, items, createdAt, total, status } = order;
  return {
    number: (
      <Link
        href={`/orders/${id}`}
        prefetch={false}
        data-row
        aria-label={name}
        className="font-bold tabular-nums after:absolute after:inset-0"
      >
        <Ltr>{number}</Ltr>
      </Link>
    ),
    customer: <OrderCustomer order={order} />,
    items: (
      <p className="truncate text-ink-2">
        <OrderItems items={items} />
      </p>
    ),
    created_at: (
      <span className="text-ink-2">
        <When at={createdAt} />
      </span>
    ),
    total: (
      <span className="grid justify-items-start gap-1">
        <Money shekels={total} className="font-semibold tabular-nums" />
        {order.payment ? <PaymentState status={order.payment.status} /> : null}
      </span>
    ),
    status: <OrderStatus status={status} />,
  };
}
