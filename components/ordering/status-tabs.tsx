import { useTranslations } from "next-intl";
import { apiUrl } from "#lib/client/api.ts";
import { orderStatuses } from "#lib/ordering/schemas/states.ts";
import { LinkTabs } from "../ui/link-tabs.tsx";

interface StatusTabsProps {
  current: string | undefined;
  query: Record<string, string | undefined>;
  newOrders: number;
}

/** The states of orders, one click each: it is by them that somebody works. */
export function StatusTabs({ current, query, newOrders }: StatusTabsProps) {
  const t = useTranslations("orders");
  const tabs = ([undefined, "open", ...orderStatuses] as const).map((status) => ({
    key: status ?? "all",
    href: apiUrl("/orders", { ...query, status }),
    label: status ? t(`status_${status}`) : t("all"),
    isCurrent: status === current,
    badge:
      status === "new" && newOrders > 0 ? (
        <span className="rounded-full bg-brand px-1.5 text-on-brand text-xs tabular-nums">{newOrders}</span>
      ) : null,
  }));
  return <LinkTabs label={t("statuses")} tabs={tabs} />;
}
