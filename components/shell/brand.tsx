import { useTranslations } from "next-intl";
import { cn } from "../ui/cn.ts";

/** Our mark and name. */
export function Brand({ className }: { className?: string }) {
  const t = useTranslations("app");
  return (
    <span className={cn("inline-flex items-center gap-2.5 font-bold text-[1.25rem]", className)}>
      <span aria-hidden="true" className="grid size-8 place-items-center rounded-[10px] bg-brand text-on-brand">
        <svg viewBox="0 0 32 32" className="size-7" aria-hidden="true">
          <path d="M9 22V14.5a7 7 0 0 1 14 0V22h-4.5v-7.2a2.5 2.5 0 0 0-5 0V22z" fill="currentColor" />
        </svg>
      </span>
      {t("name")}
    </span>
  );
}
