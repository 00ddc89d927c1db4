"use client";
import { ShoppingBag } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { formatMoney } from "#lib/hebrew/money.ts";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { useRowKeys } from "../calls/use-row-keys.ts";
import { When } from "../format/when.tsx";
import { Ltr, Phone, Said } from "../ui/bidi.tsx";
import { Card } from "../ui/card.tsx";
import { Empty } from "../ui/empty.tsx";
import { OrderStatus } from "./order-status.tsx";

/** Orders, newest first; on a phone each is a card. j and k walk, Enter opens. */
export function OrderList({ orders }: { orders: OrderView[] }) {
  const t = useTranslations("orders");
  const list = useRef<HTMLElement>(null);
  useRowKeys(list);
  if (orders.length === 0)
    return (
      <Card>
        <Empty icon={ShoppingBag} title={t("emptyTitle")} className="py-16">
          {t("empty")}
        </Empty>
      </Card>
    );
  return (
    <Card ref={list} aria-label={t("caption")} className="overflow-hidden">
      <ul>
        {orders.map(({ id, number, customerName, customerPhone, items, createdAt, total, status }) => (
          <li
            key={id}
            className="relative flex flex-wrap items-center gap-x-5 gap-y-1 border-line px-4 py-3 not-last:border-b focus-within:bg-surface-0 hover:bg-surface-0"
          >
            <Link href={`/orders/${id}`} data-row className="font-bold tabular-nums after:absolute after:inset-0">
              <span className="sr-only">{t("order", { number })}</span>
              <Ltr>
                <span aria-hidden="true">{number}</span>
              </Ltr>
            </Link>
            <span className="min-w-36 font-semibold">
              {customerName ? <Said>{customerName}</Said> : customerPhone ? <Phone e164={customerPhone} /> : null}
            </span>
            <span className="min-w-0 flex-1 basis-48 truncate text-ink-2 text-sm">
              <Said>{items.map(({ name, quantity }) => `${name} × ${quantity}`).join(", ")}</Said>
            </span>
            <span className="text-ink-3 text-sm">
              <When at={createdAt} />
            </span>
            <Ltr className="w-24 text-end font-semibold tabular-nums">{formatMoney(Math.round(total * 100))}</Ltr>
            <OrderStatus status={status} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
