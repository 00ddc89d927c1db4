"use client";
import { SearchX, ShoppingBag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { useRowKeys } from "../calls/use-row-keys.ts";
import { Card } from "../ui/card.tsx";
import { Empty } from "../ui/empty.tsx";
import { OrderCards } from "./order-cards.tsx";
import { OrderTable } from "./order-table.tsx";

interface OrderListProps {
  orders: OrderView[];
  sort: string;
  query: Record<string, string | undefined>;
}

/** The orders of a filter: a table, on a phone cards. j and k walk, Enter opens. */
export function OrderList({ orders, sort, query }: OrderListProps) {
  const t = useTranslations("orders");
  const list = useRef<HTMLElement>(null);
  useRowKeys(list);
  const filtered = Object.values(query).some(Boolean);
  return (
    <Card ref={list} className="overflow-hidden">
      {orders.length === 0 ? (
        <Empty
          icon={filtered ? SearchX : ShoppingBag}
          title={t(filtered ? "nothingTitle" : "emptyTitle")}
          className="py-16"
        >
          <p>{t(filtered ? "nothing" : "empty")}</p>
        </Empty>
      ) : (
        <>
          <OrderTable orders={orders} sort={sort} query={query} />
          <OrderCards orders={orders} className="md:hidden" />
        </>
      )}
    </Card>
  );
}
