import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { ScrollRow } from "./scroll-row.tsx";

export interface LinkTab {
  key: string;
  href: string;
  label: string;
  isCurrent: boolean;
  /** How many there are, where that is worth a look. */
  badge?: ReactNode;
}

/** Parts of one list, each with its own address, one click away. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <ScrollRow
      label={label}
      current={tabs.find(({ isCurrent }) => isCurrent)?.key ?? ""}
      className="-mx-4 gap-1.5 px-4 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      {tabs.map(({ key, href, label: name, isCurrent, badge }) => (
        <Link
          key={key}
          data-key={key}
          href={href}
          aria-current={isCurrent ? "page" : undefined}
          className={cn(
            "flex min-h-8 items-center gap-1.5 whitespace-nowrap rounded-full px-3.5 font-semibold text-sm",
            isCurrent ? "bg-brand-soft text-brand-strong" : "bg-surface-2 text-ink-2 hover:text-ink",
          )}
        >
          {name}
          {badge}
        </Link>
      ))}
    </ScrollRow>
  );
}
