"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Role } from "#lib/permissions.ts";
import { cn } from "../ui/cn.ts";
import { type Counts, NavCount } from "./nav-count.tsx";
import { isCurrent, navItems } from "./nav-items.ts";

export interface NavProps {
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
            <NavCount item={item} counts={counts} className="ms-auto" />
          </Link>
        );
      })}
    </nav>
  );
}
