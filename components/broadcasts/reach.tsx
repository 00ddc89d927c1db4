import { useTranslations } from "next-intl";
import type { BroadcastPreview } from "#lib/broadcasts/schemas/broadcast.ts";
import { Said } from "../ui/bidi.tsx";
import { Card, CardTitle } from "../ui/card.tsx";

/** Whom it will reach and whom not and why, before anything is sent. */
export function Reach({ reach: { reached, skipped, duplicates, rejected, example } }: { reach: BroadcastPreview }) {
  const t = useTranslations("broadcasts");
  return (
    <Card role="status" aria-label={t("checked")} className="grid gap-3 border-brand p-4 sm:p-5">
      <CardTitle>{t("reached", { count: reached })}</CardTitle>
      {skipped.length > 0 ? (
        <div className="grid gap-1 text-sm">
          <p className="text-ink-2">{t("skippedTitle")}</p>
          <ul className="grid list-disc gap-0.5 ps-5">
            {skipped.map(({ reason, count }) => (
              <li key={reason}>{t(`reason_${reason}`, { count })}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {duplicates > 0 ? <p className="text-ink-2 text-sm">{t("duplicates", { count: duplicates })}</p> : null}
      {rejected.count > 0 ? (
        <div className="grid gap-1 text-ink-2 text-sm">
          <p>{t("rejected", { count: rejected.count })}</p>
          <ul className="flex flex-wrap gap-1.5">
            {rejected.samples.map((sample) => (
              <li key={sample} className="rounded-sm bg-surface-2 px-1.5 [overflow-wrap:anywhere]">
                <Said>{sample}</Said>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {example === null ? null : (
        <div className="grid gap-1 text-sm">
          <p className="text-ink-2">{t("exampleTitle")}</p>
          <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            <Said>{example}</Said>
          </p>
        </div>
      )}
    </Card>
  );
}
