"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { When } from "../format/when.tsx";
import { Ltr } from "../ui/bidi.tsx";
import { Money } from "./money.tsx";
import { OrderCustomer, OrderItems } from "./order-parts.tsx";
import { OrderStatus } from "./order-status.tsx";
import { PaymentState } from "./payment-state.tsx";

/** Orders on a phone, and where there is little room. */
export function OrderCards({ orders, className }: { orders: OrderView[]; className?: string }) {
  const t = useTranslations("orders");
  return (
    <ul aria-label={t("caption")} className={className}>
      {orders.map((order) => (
        <li
          key={order.id}
          className="relative grid gap-1 border-line px-4 py-3 transition-colors duration-150 not-first:border-t hover:bg-surface-0"
        >
          <div className="flex items-start justify-between gap-3 text-sm">
            <OrderCustomer order={order} />
            <OrderStatus status={order.status} />
          </div>
          <p className="line-clamp-2 break-words text-ink-2 text-sm">
            <OrderItems items={order.items} />
          </p>
          <div className="flex items-center justify-between gap-3 text-ink-3 text-xs">
            <span>
              <Link
                href={`/orders/${order.id}`}
                prefetch={false}
                data-row
                aria-label={t("order", { number: order.number })}
                className="font-semibold after:absolute after:inset-0"
              >
                <Ltr>{order.number}</Ltr>
              </Link>{" "}
              · <When at={order.createdAt} />
            </span>
            <span className="flex items-center gap-2">
              {order.payment ? <PaymentState status={order.payment.status} /> : null}
              <Money shekels={order.total} className="font-semibold text-ink text-sm tabular-nums" />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
