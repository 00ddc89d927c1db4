import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "../ui/cn.ts";

/** Says quietly, on every page, that nothing here is real. */
export function SimulationMark({ className }: { className?: string }) {
  const t = useTranslations("app");
  return (
    <span
      title={t("simulationHint")}
      className={cn(
        "inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border border-line-strong border-dashed px-2.5 py-0.5 font-semibold text-ink-2 text-xs",
        className,
      )}
    >
      <FlaskConical aria-hidden="true" className="size-3.5" />
      {t("simulation")}
    </span>
  );
}
