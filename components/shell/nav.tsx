"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Role } from "#lib/permissions.ts";
import { cn } from "../ui/cn.ts";
import { isCurrent, type NavItem, navItems } from "./nav-items.ts";

export interface Counts {
  liveCalls: number;
  openTasks: number;
  unread: number;
  newOrders: number;
}

interface NavProps {
  role: Role;
  counts: Counts;
}

/** The pages, in the sidebar. */
export function SideNav({ role, counts }: NavProps) {
  const pathname = usePathname();
  const t = useTranslations("nav");
  return (
    <nav aria-label={t("main")} className="grid gap-0.5">
      {navItems(role).map((item) => {
        const current = isCurrent(item, pathname);
        return (
          <Link
            key={item.name}
            href={item.href}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex min-h-9.5 items-center gap-2.5 rounded-sm px-2.5 font-semibold text-sm transition-colors duration-150",
              current ? "bg-brand-soft text-brand-strong" : "text-ink-2 hover:bg-surface-2 hover:text-ink",
            )}
          >
            <item.icon aria-hidden="true" className="size-4.5" strokeWidth={1.8} />
            {t(item.name)}
            <Count item={item} counts={counts} className="ms-auto" />
          </Link>
        );
      })}
    </nav>
  );
}

/** The same pages on a phone, under the thumb. */
export function BottomNav({ role, counts }: NavProps) {
  const pathname = usePathname();
  const t = useTranslations("nav");
  return (
    <nav
      aria-label={t("main")}
      className="fixed inset-x-0 bottom-0 z-20 grid print:hidden auto-cols-fr grid-flow-col border-line border-t bg-surface-1 pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {navItems(role)
        .filter(({ onPhone }) => onPhone)
        .map((item) => {
          const current = isCurrent(item, pathname);
          return (
            <Link
              key={item.name}
              href={item.href}
              aria-current={current ? "page" : undefined}
              className={cn(
                "relative grid min-h-14 place-items-center content-center gap-0.5 font-semibold text-xs",
                current ? "text-brand-strong" : "text-ink-2",
              )}
            >
              <item.icon aria-hidden="true" className="size-5" strokeWidth={1.8} />
              {t(item.name)}
              <Count item={item} counts={counts} className="absolute start-1/2 top-1 ms-2" />
            </Link>
          );
        })}
    </nav>
  );
}

function Count({ item, counts, className }: { item: NavItem; counts: Counts; className: string }) {
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
