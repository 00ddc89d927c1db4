"use client";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "../ui/cn.ts";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../ui/menu.tsx";
import { NavCount } from "./nav-count.tsx";
import { isCurrent, navItems } from "./nav-items.ts";
import type { NavProps } from "./side-nav.tsx";

const place = "relative grid min-h-14 place-items-center content-center gap-0.5 font-semibold text-xs";
const onIcon = "absolute start-1/2 top-0.5 ms-2.5 ring-2 ring-surface-1";

/** The pages on a phone, under the thumb: those of every day, and the others behind one more touch. */
export function BottomNav({ role, counts }: NavProps) {
  const pathname = usePathname();
  const t = useTranslations("nav");
  const items = navItems(role);
  const others = items.filter(({ onPhone }) => !onPhone);
  const isElsewhere = others.some((item) => isCurrent(item, pathname));
  return (
    <nav
      aria-label={t("main")}
      className="fixed inset-x-0 bottom-0 z-20 grid print:hidden auto-cols-fr grid-flow-col border-line border-t bg-surface-1 pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {items
        .filter(({ onPhone }) => onPhone)
        .map((item) => {
          const current = isCurrent(item, pathname);
          return (
            <Link
              key={item.name}
              href={item.href}
              aria-current={current ? "page" : undefined}
              className={cn(place, current ? "text-brand-strong" : "text-ink-2")}
            >
              <item.icon aria-hidden="true" className="size-5" strokeWidth={1.8} />
              {t(item.name)}
              <NavCount item={item} counts={counts} className={onIcon} />
            </Link>
          );
        })}
      <Menu modal={false}>
        <MenuTrigger className={cn(place, isElsewhere ? "text-brand-strong" : "text-ink-2")}>
          <Ellipsis aria-hidden="true" className="size-5" strokeWidth={1.8} />
          {t("more")}
          {others.map((item) => (
            <NavCount key={item.name} item={item} counts={counts} className={onIcon} />
          ))}
        </MenuTrigger>
        <MenuContent align="end">
          {others.map((item) => (
            <MenuItem key={item.name} asChild>
              <Link href={item.href} aria-current={isCurrent(item, pathname) ? "page" : undefined}>
                <item.icon aria-hidden="true" />
                {t(item.name)}
                <NavCount item={item} counts={counts} className="ms-auto" />
              </Link>
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
    </nav>
  );
}
