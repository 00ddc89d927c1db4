import { useTranslations } from "next-intl";
import type { OrderStep } from "#lib/ordering/schemas/orders.ts";
import { When } from "../format/when.tsx";
import { Said } from "../ui/bidi.tsx";
import { cn } from "../ui/cn.ts";

/** What an order went through, the latest on top, and whether its customer knows. */
export function OrderHistory({ history }: { history: OrderStep[] }) {
  const t = useTranslations("orders");
  return (
    <ol aria-label={t("history")} className="grid">
      {history.toReversed().map((step, index) => (
        <li key={`${step.status} ${step.at}`} className="relative grid gap-0.5 ps-5 pb-4 last:pb-0">
          <span
            aria-hidden="true"
            className={cn(
              "absolute start-0 top-1.5 size-2.5 rounded-full",
              index === 0 ? "bg-brand" : "bg-line-strong",
            )}
          />
          {index < history.length - 1 ? (
            <span aria-hidden="true" className="absolute start-1 top-5 bottom-0 w-px bg-line" />
          ) : null}
          <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
            <span className="font-semibold">{t(`status_${step.status}`)}</span>
            <span className="text-ink-3 text-xs">
              <When at={step.at} />
            </span>
          </p>
          <p className="text-ink-2 text-xs">
            {step.staffName ? <Said>{step.staffName}</Said> : t(`by_${step.by}`)}
            {step.told ? <> · {t(toldAs(step.told))}</> : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

function toldAs(status: NonNullable<OrderStep["told"]>) {
  switch (status) {
    case "received":
    case "queued":
    case "sending":
      return "told_waiting";
    case "sent":
      return "told_sent";
    case "delivered":
      return "told_delivered";
    case "read":
      return "told_read";
    case "failed":
    case "undelivered":
      return "told_failed";
    default:
      return status satisfies never;
  }
}
