import { useTranslations } from "next-intl";
import type { BroadcastView } from "#lib/broadcasts/schemas/broadcast.ts";

/** Of how many the turn has come; of one that was stopped the results say more. */
export function Progress({ broadcast }: { broadcast: Pick<BroadcastView, "name" | "state" | "total" | "waiting"> }) {
  const t = useTranslations("broadcasts");
  const { name, state, total, waiting } = broadcast;
  if (state === "stopped") return null;
  const handled = total - waiting;
  return (
    <span className="grid gap-1">
      <span className="text-ink-2 text-xs tabular-nums">{t("progress", { handled, total })}</span>
      <progress
        value={handled}
        max={total}
        aria-label={t("progressName", { name })}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-surface-2 [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-surface-2 [&::-webkit-progress-value]:bg-brand"
      />
    </span>
  );
}
