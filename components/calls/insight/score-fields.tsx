"use client";
import { useTranslations } from "next-intl";
import type { InsightView } from "#lib/calls/schemas/insight.ts";
import { Field, Input } from "../../ui/field.tsx";
import { type Draft, keptReasons, reasonsOf } from "./draft.ts";
import { RowsField } from "./rows-field.tsx";

interface ScoreFieldsProps {
  insight: InsightView;
  draft: Draft;
  error: string | undefined;
  onChange: (values: Pick<Draft, "score"> | Pick<Draft, "reasons">) => void;
}

/** The score and why. What stands here is what will be kept: another score begins without the old one's reasons. */
export function ScoreFields({ insight, draft, error, onChange }: ScoreFieldsProps) {
  const t = useTranslations("insight");
  const kept = keptReasons(insight);
  const reasons = reasonsOf(insight, draft);
  const areLeftOut = draft.reasons === null && kept.length > reasons.length;
  return (
    <>
      <Field label={t("scoreInput")} error={error}>
        {(tied) => (
          <Input
            {...tied}
            type="number"
            inputMode="numeric"
            min={0}
            max={100}
            dir="ltr"
            value={draft.score}
            onChange={(event) => onChange({ score: event.target.value })}
            className="w-24 tabular-nums"
          />
        )}
      </Field>
      <RowsField
        legend={t("scoreReasons")}
        rows={reasons}
        most={6}
        offer={areLeftOut ? { reason: t("reasonsOfBefore"), label: t("keepReasons"), rows: kept } : null}
        addLabel={t("addReason")}
        removeLabel={({ text }) => t("removeReason", { value: text })}
        blank={(key) => ({ text: "", key })}
        onChange={(changed) => onChange({ reasons: changed })}
      >
        {(reason, change, isNew) => (
          <Input
            aria-label={t("reason")}
            autoFocus={isNew}
            dir="auto"
            maxLength={200}
            value={reason.text}
            onChange={(event) => change({ ...reason, text: event.target.value })}
          />
        )}
      </RowsField>
    </>
  );
}
