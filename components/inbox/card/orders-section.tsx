import Link from "next/link";
import { useTranslations } from "next-intl";
import { formatMoney } from "#lib/hebrew/money.ts";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { When } from "../../format/when.tsx";
import { PaymentState } from "../../ordering/payment-state.tsx";
import { Ltr } from "../../ui/bidi.tsx";
import { Chip } from "../../ui/chip.tsx";
import { CardList, CardSection } from "./section.tsx";

/** Their last orders. */
export function OrdersSection({ orders }: { orders: OrderView[] }) {
  const t = useTranslations("inbox");
  const tOrders = useTranslations("orders");
  return (
    <CardSection title={t("orders")}>
      <CardList none={t("noOrders")}>
        {orders.map(({ id, number, status, total, payment, createdAt: at }) => (
          <li key={id}>
            <Link
              href={`/orders/${id}`}
              className="flex flex-wrap items-center gap-x-2 rounded-sm p-1.5 text-sm hover:bg-surface-2"
            >
              <span className="font-semibold">{t("orderNumber", { number })}</span>
              <Chip>{tOrders(`status_${status}`)}</Chip>
              {payment ? <PaymentState status={payment.status} /> : null}
              <Ltr>{formatMoney(Math.round(total * 100))}</Ltr>
              <span className="text-ink-3 text-xs">
                <When at={at} />
              </span>
            </Link>
          </li>
        ))}
      </CardList>
    </CardSection>
  );
}
