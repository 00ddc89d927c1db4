import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { When } from "#components/format/when.tsx";
import { OrderMoves } from "#components/ordering/order-moves.tsx";
import { OrderStatus } from "#components/ordering/order-status.tsx";
import { Ltr, Phone, Said } from "#components/ui/bidi.tsx";
import { Card } from "#components/ui/card.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { NotFound } from "#lib/errors.ts";
import { formatMoney } from "#lib/hebrew/money.ts";
import { getOrder } from "#lib/ordering/list-orders.ts";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";

interface Props {
  params: Promise<{ orderId: string }>;
}

const orderOf = cache(async (orderId: string) => {
  if (!z.uuid().safeParse(orderId).success) notFound();
  const { ctx } = await pageContext();
  return getOrder(ctx, orderId).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await orderOf((await params).orderId);
  return { title: (await getTranslations("orders"))("order", { number }) };
}

const money = (shekels: number) => formatMoney(Math.round(shekels * 100));

export default async function OrderPage({ params }: Props) {
  const order = await orderOf((await params).orderId);
  const { role } = await pageContext();
  const t = await getTranslations("orders");
  const { number, status, customerName, customerPhone, conversationId, items, total, vat, delivery, createdAt } = order;
  return (
    <Page className="max-w-[820px]">
      <PageHeader
        title={t("order", { number })}
        subtitle={<When at={createdAt} />}
        actions={<OrderMoves order={order} writable={may(role, "orders.write")} />}
      />
      <Card className="grid gap-4 p-5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <OrderStatus status={status} />
          <span className="font-semibold">{customerName ? <Said>{customerName}</Said> : null}</span>
          {customerPhone ? <Phone e164={customerPhone} className="text-ink-2" /> : null}
          {conversationId ? (
            <Link
              href={`/inbox?c=${conversationId}`}
              className="font-semibold text-brand-strong text-sm hover:underline print:hidden"
            >
              {t("conversation")}
            </Link>
          ) : null}
        </div>
        <table className="w-full text-sm">
          <caption className="sr-only">{t("items")}</caption>
          <thead>
            <tr className="text-ink-2 text-xs">
              <th className="py-1.5 text-start font-semibold">{t("items")}</th>
              <th className="py-1.5 text-end font-semibold">{t("quantity")}</th>
              <th className="py-1.5 text-end font-semibold">{t("price")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ productId, name, options, quantity, price }) => (
              <tr key={`${productId}${Object.values(options).join()}`} className="border-line border-t">
                <td className="py-2">
                  <Said>{[name, ...Object.values(options)].join(", ")}</Said>
                </td>
                <td className="py-2 text-end tabular-nums">
                  <Ltr>{quantity}</Ltr>
                </td>
                <td className="py-2 text-end tabular-nums">
                  <Ltr>{money(price * quantity)}</Ltr>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 border-line border-t pt-3 text-sm">
          <dt>
            {delivery.kind === "pickup" ? (
              t("pickup")
            ) : (
              <>
                {t("delivery")}: <Said>{delivery.address}</Said>
              </>
            )}
          </dt>
          <dd className="text-end">{delivery.kind === "delivery" ? <Ltr>{money(delivery.fee)}</Ltr> : null}</dd>
          <dt className="font-bold text-md">{t("total")}</dt>
          <dd className="text-end font-bold text-md">
            <Ltr>{money(total)}</Ltr>
          </dd>
          <dt className="text-ink-3">{t("vat")}</dt>
          <dd className="text-end text-ink-3">
            <Ltr>{money(vat)}</Ltr>
          </dd>
        </dl>
        {conversationId ? <p className="text-ink-3 text-xs print:hidden">{t("told")}</p> : null}
      </Card>
    </Page>
  );
}
