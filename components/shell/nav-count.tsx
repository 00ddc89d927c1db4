"use client";
import { useTranslations } from "next-intl";
import { cn } from "../ui/cn.ts";
import type { NavItem } from "./nav-items.ts";

export interface Counts {
  liveCalls: number;
  openTasks: number;
  unread: number;
  newOrders: number;
}

/** What waits behind a page of the navigation; nothing when nothing does. */
export function NavCount({ item, counts, className }: { item: NavItem; counts: Counts; className: string }) {
  const t = useTranslations("nav");
  if (item.name === "calls" && counts.liveCalls > 0)
    return (
      <Badge
        className={cn("bg-live text-on-live", className)}
        count={counts.liveCalls}
        says={t("liveCount", { count: counts.liveCalls })}
      />
    );
  if (item.name === "messages" && counts.unread > 0)
    return (
      <Badge
        className={cn("bg-brand text-on-brand", className)}
        count={counts.unread}
        says={t("unread", { count: counts.unread })}
      />
    );
  if (item.name === "orders" && counts.newOrders > 0)
    return (
      <Badge
        className={cn("bg-brand text-on-brand", className)}
        count={counts.newOrders}
        says={t("newOrders", { count: counts.newOrders })}
      />
    );
  if (item.name === "tasks" && counts.openTasks > 0)
    return (
      <Badge
        className={cn("bg-surface-2 text-ink-2", className)}
        count={counts.openTasks}
        says={t("openTasks", { count: counts.openTasks })}
      />
    );
  return null;
}

function Badge({ count, says, className }: { count: number; says: string; className: string }) {
  return (
    <span className={cn("rounded-full px-1.75 font-semibold text-xs tabular-nums leading-5", className)}>
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{says}</span>
    </span>
  );
}
