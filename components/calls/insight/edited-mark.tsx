"use client";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { InsightEdits, InsightView } from "#lib/calls/schemas/insight.ts";

export type EditedField = keyof InsightEdits;

interface EditedProps {
  insight: InsightView;
  field: EditedField;
  /** Null for who only reads. */
  onRestore: ((field: EditedField) => void) | null;
}

/** Says that the staff wrote this, and leads back to what the job had found. */
export function EditedMark({ insight, field, onRestore }: EditedProps) {
  const t = useTranslations("insight");
  if (!insight.edited.includes(field)) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-ink-3 text-xs">
      {t("edited")}
      {onRestore ? (
        <button
          type="button"
          aria-label={t("restoreOf", { field: t(field) })}
          onClick={() => onRestore(field)}
          className="inline-flex items-center gap-1 rounded-sm font-semibold text-brand-strong hover:underline"
        >
          <Undo2 aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
          {t("restore")}
        </button>
      ) : null}
    </p>
  );
}
