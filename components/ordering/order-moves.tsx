"use client";
import { Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { moveOrder } from "#lib/client/ordering.ts";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { type OrderStatus, orderStatuses } from "#lib/ordering/schemas/states.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";

/** Takes an order further: the next step is the one main action; cancelling asks first. */
export function OrderMoves({ order, writable }: { order: OrderView; writable: boolean }) {
  const { id, number, status } = order;
  const t = useTranslations("orders");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const over = status === "done" || status === "cancelled";
  const next = over ? undefined : orderStatuses[orderStatuses.indexOf(status) + 1];

  async function move(to: OrderStatus) {
    setAsking(false);
    try {
      await moveOrder(id, to);
      router.refresh();
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
  }

  return (
    <>
      <Button onClick={() => window.print()} className="print:hidden">
        <Printer aria-hidden="true" />
        {t("print")}
      </Button>
      {writable && !over ? (
        <Button look="danger" onClick={() => setAsking(true)} className="print:hidden">
          {t("cancel")}
        </Button>
      ) : null}
      {writable && next ? (
        <Button look="primary" onClick={() => void move(next)} className="print:hidden">
          {t("moveTo", { status: t(`status_${next}`) })}
        </Button>
      ) : null}
      <Confirm
        open={asking}
        title={t("cancelTitle", { number })}
        confirmLabel={t("cancel")}
        cancelLabel={t("keep")}
        onConfirm={() => void move("cancelled")}
        onCancel={() => setAsking(false)}
      >
        {t("cancelText")}
      </Confirm>
    </>
  );
}
