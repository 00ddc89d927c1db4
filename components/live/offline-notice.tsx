"use client";
import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLiveStatus } from "./live-provider.tsx";

/** Says that what is on the page may be old, and that we are trying. */
export function OfflineNotice() {
  const status = useLiveStatus();
  const t = useTranslations("live");
  return (
    <div aria-live="polite">
      {status === "offline" ? (
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-1.5 font-semibold text-sm text-warn">
          <CloudOff aria-hidden="true" className="size-4" />
          {t("offline")}
        </p>
      ) : null}
    </div>
  );
}
