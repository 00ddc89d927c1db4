"use client";
import { EllipsisVertical, Printer, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { moveOrder } from "#lib/client/ordering.ts";
import type { OrderView } from "#lib/ordering/schemas/orders.ts";
import { mayMove, nextStatus, type OrderStatus, orderStatuses } from "#lib/ordering/schemas/states.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Menu, MenuContent, MenuItem, MenuLine, MenuTrigger } from "../ui/menu.tsx";

/** Takes an order further: the next step is the one main action, the others are a click away; cancelling asks first. */
export function OrderMoves({ order, writable }: { order: OrderView; writable: boolean }) {
  const { id, number, status, delivery, conversationId } = order;
  const t = useTranslations("orders");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const next = nextStatus(status, delivery.kind === "delivery");
  const others = orderStatuses.filter((to) => to !== next && to !== "cancelled" && mayMove(status, to));

  async function move(to: OrderStatus) {
    setAsking(false);
    setBusy(true);
    try {
      await moveOrder(id, to);
      router.refresh();
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <Button onClick={() => window.print()}>
        <Printer aria-hidden="true" />
        {t("print")}
      </Button>
      {writable && next ? (
        <>
          <Menu>
            <MenuTrigger asChild>
              <Button size="icon" aria-label={t("moreMoves")}>
                <EllipsisVertical aria-hidden="true" />
              </Button>
            </MenuTrigger>
            <MenuContent align="end">
              {others.map((to) => (
                <MenuItem key={to} onSelect={() => void move(to)}>
                  {t(`move_${to}`)}
                </MenuItem>
              ))}
              {others.length > 0 ? <MenuLine /> : null}
              <MenuItem onSelect={() => setAsking(true)} className="text-live-strong">
                <X aria-hidden="true" />
                {t("cancel")}
              </MenuItem>
            </MenuContent>
          </Menu>
          <Button look="primary" aria-disabled={busy} onClick={() => (busy ? undefined : void move(next))}>
            {t(`move_${next}`)}
          </Button>
        </>
      ) : null}
      <Confirm
        open={asking}
        title={t("cancelTitle", { number })}
        confirmLabel={t("cancel")}
        cancelLabel={t("keep")}
        onConfirm={() => void move("cancelled")}
        onCancel={() => setAsking(false)}
      >
        {t(conversationId ? "cancelText" : "cancelQuietly")}
        {order.payment?.status === "paid" ? ` ${t("cancelPaid")}` : null}
      </Confirm>
    </div>
  );
}
