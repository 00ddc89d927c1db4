import Link from "next/link";
import { useTranslations } from "next-intl";
import { apiUrl } from "#lib/client/api.ts";
import { orderStatuses } from "#lib/ordering/schemas/states.ts";
import { cn } from "../ui/cn.ts";

interface StatusTabsProps {
  current: string | undefined;
  query: Record<string, string | undefined>;
  newOrders: number;
}

/** The states of orders, one click each: it is by them that somebody works. */
export function StatusTabs({ current, query, newOrders }: StatusTabsProps) {
  const t = useTranslations("orders");
  return (
    <nav aria-label={t("statuses")} className="-mx-4 flex gap-1.5 overflow-x-auto px-4 sm:mx-0 sm:flex-wrap sm:px-0">
      {([undefined, "open", ...orderStatuses] as const).map((status) => {
        const isCurrent = status === current;
        return (
          <Link
            key={status ?? "all"}
            href={apiUrl("/orders", { ...query, status })}
            aria-current={isCurrent ? "page" : undefined}
            className={cn(
              "flex min-h-8 items-center gap-1.5 whitespace-nowrap rounded-full px-3.5 font-semibold text-sm",
              isCurrent ? "bg-brand-soft text-brand-strong" : "bg-surface-2 text-ink-2 hover:text-ink",
            )}
          >
            {status ? t(`status_${status}`) : t("all")}
            {status === "new" && newOrders > 0 ? (
              <span className="rounded-full bg-brand px-1.5 text-on-brand text-xs tabular-nums">{newOrders}</span>
            ) : null}
          </Link>
        );
      })}
    </nav>
  );
}
