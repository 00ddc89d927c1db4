"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";

interface SectionFormProps {
  /** What the section is called, for screen readers. */
  label: string;
  writable: boolean;
  dirty: boolean;
  busy: boolean;
  /** What the server said against it. */
  problem: string | null;
  onSubmit: () => void;
  onDiscard: () => void;
  children: ReactNode;
}

/** A section of the settings: its fields, what went wrong, and the way to save. */
export function SectionForm({
  label,
  writable,
  dirty,
  busy,
  problem,
  onSubmit,
  onDiscard,
  children,
}: SectionFormProps) {
  const t = useTranslations("settings");
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      <Card>
        <div className="grid gap-5 p-4 sm:p-5">
          {writable ? null : <Notice tone="info">{t("readOnly")}</Notice>}
          {children}
          {problem ? (
            <Notice tone="wrong" urgent>
              {problem}
            </Notice>
          ) : null}
        </div>
        {writable ? (
          <div className="flex flex-wrap items-center justify-end gap-2 rounded-b-lg border-line border-t bg-surface-0 px-4 py-3 sm:px-5">
            {dirty ? (
              <Button look="bare" onClick={onDiscard}>
                {t("discard")}
              </Button>
            ) : null}
            <Button type="submit" look="primary" disabled={!dirty} aria-disabled={busy}>
              {t(busy ? "saving" : "save")}
            </Button>
          </div>
        ) : null}
      </Card>
    </form>
  );
}
