import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { z } from "zod";
import { OrderHistory } from "#components/ordering/order-history.tsx";
import { OrderMoves } from "#components/ordering/order-moves.tsx";
import { OrderCustomer } from "#components/ordering/order-parts.tsx";
import { OrderPayment } from "#components/ordering/order-payment.tsx";
import { OrderSheet } from "#components/ordering/order-sheet.tsx";
import { OrderStatus } from "#components/ordering/order-status.tsx";
import { Said } from "#components/ui/bidi.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { NotFound } from "#lib/errors.ts";
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

export default async function OrderPage({ params }: Props) {
  const order = await orderOf((await params).orderId);
  const { role, business } = await pageContext();
  const t = await getTranslations("orders");
  const format = await getFormatter();
  const { number, status, conversationId, delivery, notes, createdAt, history } = order;
  return (
    <Page className="max-w-[1080px] print:max-w-none print:p-0">
      <p className="hidden font-semibold print:block">
        <Said>{business.name}</Said>
      </p>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            {t("order", { number })}
            <OrderStatus status={status} />
          </span>
        }
        subtitle={format.dateTime(new Date(createdAt), { dateStyle: "long", timeStyle: "short" })}
        actions={<OrderMoves order={order} writable={may(role, "orders.write")} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(280px,1fr)] print:grid-cols-1">
        <Card className="grid gap-3 p-4 sm:p-5">
          <OrderSheet order={order} />
        </Card>
        <div className="grid gap-4 print:order-first">
          <Card className="grid gap-3 p-4 text-sm sm:p-5">
            <Fact name={t("customer")}>
              <OrderCustomer order={order} />
            </Fact>
            <Fact name={t("handing")}>
              {delivery.kind === "pickup" ? (
                t("pickup")
              ) : (
                <>
                  {t("deliveryTo")} <Said>{delivery.address}</Said>
                </>
              )}
            </Fact>
            {notes ? (
              <Fact name={t("notes")}>
                <Said className="whitespace-pre-wrap break-words">{notes}</Said>
              </Fact>
            ) : null}
            {conversationId ? (
              <Link
                href={`/inbox?c=${conversationId}`}
                className="justify-self-start rounded-sm font-semibold text-brand-strong hover:underline print:hidden"
              >
                {t("conversation")}
              </Link>
            ) : null}
          </Card>
          <Card className="grid grid-cols-[minmax(0,1fr)] gap-3 p-4 sm:p-5">
            <CardTitle>{t("payment")}</CardTitle>
            <OrderPayment order={order} writable={may(role, "payments.write")} />
          </Card>
          <Card className="grid gap-3 p-4 sm:p-5 print:hidden">
            <CardTitle>{t("history")}</CardTitle>
            <OrderHistory history={history} />
            <p className="border-line border-t pt-3 text-ink-3 text-xs">{t(conversationId ? "told" : "notTold")}</p>
          </Card>
        </div>
      </div>
    </Page>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <p className="text-ink-3 text-xs">{name}</p>
      <div>{children}</div>
    </div>
  );
}
