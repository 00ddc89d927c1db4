"use client";
import { useTranslations } from "next-intl";
import { askForPayment } from "#lib/client/payments.ts";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { When } from "../format/when.tsx";
import { Button } from "../ui/button.tsx";
import { CopyLine } from "../ui/copy-line.tsx";
import { Notice } from "../ui/notice.tsx";
import { useAction } from "../ui/use-action.ts";
import { PaymentState } from "./payment-state.tsx";

/** Whether an order is paid, and the link to pay it by; or how to get one. */
export function OrderPayment({ order, writable }: { order: OrderView; writable: boolean }) {
  const { id, payment, conversationId, status } = order;
  const t = useTranslations("orders");
  const { busy, problem, run } = useAction();
  if (payment === null) {
    return (
      <div className="grid gap-3">
        <p className="text-ink-2 text-sm">{t("noPayment")}</p>
        {problem ? (
          <Notice tone="wrong" urgent>
            {problem}
          </Notice>
        ) : null}
        {writable && status !== "cancelled" ? (
          <Button
            className="justify-self-start print:hidden"
            aria-disabled={busy}
            onClick={() => void run(() => askForPayment(id))}
          >
            {t(conversationId ? "sendPayLink" : "makePayLink")}
          </Button>
        ) : null}
      </div>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <PaymentState status={payment.status} />
        <span className="text-ink-2">{t(`via_${payment.provider}`)}</span>
        {payment.paidAt ? (
          <span className="text-ink-3 text-xs">
            <When at={payment.paidAt} />
          </span>
        ) : null}
      </p>
      {payment.status === "open" ? (
        <div className="print:hidden">
          <CopyLine label={t("payLink")} value={payment.url} />
        </div>
      ) : null}
    </div>
  );
}
