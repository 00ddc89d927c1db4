import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "../ui/cn.ts";

/** Open or done: two lists, each with its own address. */
export function StateTabs({ state }: { state: "open" | "done" }) {
  const t = useTranslations("tasks");
  return (
    <nav aria-label={t("states")} className="flex rounded-md bg-surface-2 p-1">
      {(["open", "done"] as const).map((name) => (
        <Link
          key={name}
          href={name === "open" ? "/tasks" : "/tasks?state=done"}
          aria-current={name === state ? "page" : undefined}
          className={cn(
            "rounded-sm px-3.5 py-1 font-semibold text-sm",
            name === state ? "bg-surface-1 text-ink shadow-card" : "text-ink-2 hover:text-ink",
          )}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
