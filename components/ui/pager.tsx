"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { apiUrl } from "#lib/client/api.ts";
import { Button } from "./button.tsx";
import { pageBefore, rememberPage } from "./page-trail.ts";

interface PagerProps {
  path: string;
  query: Record<string, string | undefined>;
  cursor: string | null;
  nextCursor: string | null;
}

/**
 * Keyset pages: they cost the same at the millionth row, and nothing slips when new rows come in. The way back is what
 * this tab has walked; a page that was opened by its address goes back to the first.
 */
export function Pager({ path, query, cursor, nextCursor }: PagerProps) {
  const t = useTranslations("calls");
  const router = useRouter();
  if (!cursor && !nextCursor) return null;
  const trail = apiUrl(path, query);
  return (
    <nav aria-label={t("pages")} className="flex justify-between gap-3">
      <Button
        disabled={!cursor}
        onClick={() => router.push(apiUrl(path, { ...query, cursor: cursor ? pageBefore(trail, cursor) : null }))}
      >
        <ChevronRight aria-hidden="true" className="ltr:rotate-180" />
        {t("previous")}
      </Button>
      <Button
        disabled={!nextCursor}
        onClick={() => {
          if (!nextCursor) return;
          rememberPage(trail, nextCursor, cursor);
          router.push(apiUrl(path, { ...query, cursor: nextCursor }));
        }}
      >
        {t("next")}
        <ChevronLeft aria-hidden="true" className="ltr:rotate-180" />
      </Button>
    </nav>
  );
}
