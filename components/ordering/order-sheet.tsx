import { useTranslations } from "next-intl";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { Ltr, Said } from "../ui/bidi.tsx";
import { Money } from "./money.tsx";

/** What was ordered, for how much: on the screen and on paper. */
export function OrderSheet({ order }: { order: OrderView }) {
  const t = useTranslations("orders");
  const { items, delivery, total, vat } = order;
  return (
    <>
      <table className="w-full text-sm">
        <caption className="sr-only">{t("items")}</caption>
        <thead>
          <tr className="text-ink-2 text-xs">
            <th className="py-1.5 text-start font-semibold">{t("item")}</th>
            <th className="py-1.5 text-end font-semibold">{t("quantity")}</th>
            <th className="py-1.5 text-end font-semibold max-sm:hidden">{t("price")}</th>
            <th className="py-1.5 text-end font-semibold">{t("sum")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ productId, name, options, quantity, price }) => (
            <tr key={`${productId} ${Object.values(options).join()}`} className="border-line border-t">
              <td className="py-2.5 pe-2">
                <Said className="font-semibold">{name}</Said>
                {Object.entries(options).map(([option, choice]) => (
                  <span key={option} className="block text-ink-2 text-xs">
                    <Said>{option}</Said>: <Said>{choice}</Said>
                  </span>
                ))}
              </td>
              <td className="py-2.5 text-end tabular-nums">
                <Ltr>{quantity}</Ltr>
              </td>
              <td className="py-2.5 text-end text-ink-2 tabular-nums max-sm:hidden">
                <Money shekels={price} />
              </td>
              <td className="py-2.5 text-end font-semibold tabular-nums">
                <Money shekels={price * quantity} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 border-line border-t pt-3 text-sm tabular-nums">
        {delivery.kind === "delivery" ? (
          <>
            <dt className="text-ink-2">{t("delivery")}</dt>
            <dd className="text-end">
              <Money shekels={delivery.fee} />
            </dd>
          </>
        ) : null}
        <dt className="font-bold text-md">{t("total")}</dt>
        <dd className="text-end font-bold text-md">
          <Money shekels={total} />
        </dd>
        <dt className="text-ink-3">{t("vat")}</dt>
        <dd className="text-end text-ink-3">
          <Money shekels={vat} />
        </dd>
      </dl>
    </>
  );
}
