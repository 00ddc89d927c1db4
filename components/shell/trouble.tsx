"use client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Ltr } from "../ui/bidi.tsx";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";

/** A page that could not be made: what happened, what to do, and the number to ask about. */
export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors");
  const digest = digestOf(error);
  return (
    <div role="alert">
      <h1 className="sr-only">{t("title")}</h1>
      <Empty icon={CircleAlert} title={t("title")}>
        <p>{t("body")}</p>
        <Button look="primary" onClick={retry} className="mt-4">
          {t("retry")}
        </Button>
        {digest ? (
          <p className="mt-4 text-ink-3 text-xs">
            {t("requestId")} <Ltr>{digest}</Ltr>
          </p>
        ) : null}
      </Empty>
    </div>
  );
}

function digestOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
}
