"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  type InsightEdits,
  type InsightView,
  insightEdits,
  sentiments,
  type Want,
  wants,
} from "#lib/calls/schemas/insight.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Select, Textarea } from "../../ui/field.tsx";
import { AppointmentFields } from "./appointment-fields.tsx";
import { changedFields, type Draft, draftOf } from "./draft.ts";
import { FactsFields } from "./facts-fields.tsx";
import { ScoreFields } from "./score-fields.tsx";

interface InsightFormProps {
  insight: InsightView;
  busy: boolean;
  /** Gets only what was changed. */
  onSave: (edits: InsightEdits) => void;
  onCancel: () => void;
}

const complaints = { summary: "summaryMissing", facts: "factMissing", score: "scoreWrong" } as const;
type Complaint = keyof typeof complaints;

/** The same card while it is put right. What others change meanwhile stays, unless the same was changed here. */
export function InsightForm({ insight: current, busy, onSave, onCancel }: InsightFormProps) {
  const t = useTranslations();
  const [insight] = useState(current);
  const [draft, setDraft] = useState<Draft>(() => draftOf(insight));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const change = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const errorOf = (field: Complaint) => (wrong.includes(field) ? t(`insight.${complaints[field]}`) : undefined);

  function submit() {
    const changes = changedFields(insight, draft);
    if (Object.keys(changes).length === 0) return onCancel();
    const parsed = insightEdits.safeParse(changes);
    if (!parsed.success) return setWrong(parsed.error.issues.map((issue) => String(issue.path[0])));
    onSave(parsed.data);
  }

  return (
    <form
      noValidate
      aria-label={t("insight.edit")}
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <Field label={t("insight.summary")} error={errorOf("summary")}>
        {(tied) => (
          <Textarea
            {...tied}
            autoFocus
            dir="auto"
            rows={5}
            maxLength={1000}
            value={draft.summary}
            onChange={(event) => change({ summary: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("insight.want")}>
          {(tied) => (
            <Select {...tied} value={draft.want} onChange={(event) => change({ want: event.target.value as Want })}>
              {wants.map((want) => (
                <option key={want} value={want}>
                  {t(`want.${want}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("insight.sentiment")}>
          {(tied) => (
            <Select
              {...tied}
              value={draft.sentiment}
              onChange={(event) => change({ sentiment: event.target.value as Draft["sentiment"] })}
            >
              {sentiments.map((sentiment) => (
                <option key={sentiment} value={sentiment}>
                  {t(`sentiment.${sentiment}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <ScoreFields insight={insight} draft={draft} error={errorOf("score")} onChange={change} />
      <FactsFields facts={draft.facts} error={errorOf("facts")} onChange={(facts) => change({ facts })} />
      <AppointmentFields
        appointment={draft.appointment}
        wrong={wrong.includes("appointment")}
        onChange={(appointment) => change({ appointment })}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t("insight.cancel")}</Button>
        <Button type="submit" look="primary" aria-disabled={busy}>
          {t(busy ? "insight.saving" : "insight.save")}
        </Button>
      </div>
    </form>
  );
}
