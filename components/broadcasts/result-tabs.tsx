import { useTranslations } from "next-intl";
import type { BroadcastDetails } from "#lib/broadcasts/schemas/broadcast.ts";
import type { RecipientResult } from "#lib/broadcasts/schemas/states.ts";
import { apiUrl } from "#lib/client/api.ts";
import { LinkTabs } from "../ui/link-tabs.tsx";

interface ResultTabsProps {
  broadcast: Pick<BroadcastDetails, "id" | "total" | "results">;
  current: RecipientResult | undefined;
}

/** How many came how far, and who: a click each. */
export function ResultTabs({ broadcast, current }: ResultTabsProps) {
  const t = useTranslations("broadcasts");
  const { id, total, results } = broadcast;
  const tab = (result: RecipientResult | undefined, count: number) => ({
    key: result ?? "all",
    href: apiUrl(`/broadcasts/${id}`, { result }),
    label: t(result ? `result_${result}` : "all"),
    isCurrent: result === current,
    badge: <span className="tabular-nums">{count}</span>,
  });
  // The chosen one stays, also when its last recipient has just gone on.
  const shown = results.some(({ result }) => result === current) || current === undefined;
  const tabs = [
    tab(undefined, total),
    ...results.map(({ result, count }) => tab(result, count)),
    ...(shown ? [] : [tab(current, 0)]),
  ];
  return <LinkTabs label={t("results")} tabs={tabs} />;
}
