"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "../ui/cn.ts";
import { ScrollRow } from "../ui/scroll-row.tsx";

const sections = [
  "persona",
  "voice",
  "pronunciation",
  "calls",
  "messages",
  "replies",
  "ordering",
  "payments",
  "hours",
  "numbers",
  "whatsapp",
  "sessions",
] as const;

/** The sections of the settings, each with its own address. */
export function SectionTabs() {
  const t = useTranslations("settings");
  const pathname = usePathname();
  return (
    <ScrollRow
      label={t("sections")}
      current={pathname}
      className="-mx-4 gap-1 border-line border-b px-4 md:mx-0 md:px-0"
    >
      {sections.map((section) => {
        const href = `/settings/${section}`;
        const current = pathname === href;
        return (
          <Link
            key={section}
            data-key={href}
            href={href}
            aria-current={current ? "page" : undefined}
            className={cn(
              "-mb-px whitespace-nowrap rounded-t-sm border-b-2 px-3 py-2.5 font-semibold text-sm",
              current ? "border-brand text-brand-strong" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {t(section)}
          </Link>
        );
      })}
    </ScrollRow>
  );
}
