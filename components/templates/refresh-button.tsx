"use client";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { refreshTemplates } from "#lib/client/templates.ts";
import { Button } from "../ui/button.tsx";
import { cn } from "../ui/cn.ts";

/** Reads the templates anew from WhatsApp: what was approved a minute ago can be sent now. */
export function RefreshButton() {
  const t = useTranslations("templates");
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function refresh() {
    setBusy(true);
    try {
      await refreshTemplates();
      toast.success(t("refreshed"));
      router.refresh();
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <Button aria-disabled={busy} onClick={() => (busy ? undefined : void refresh())}>
      <RefreshCw aria-hidden="true" className={cn(busy && "animate-spin")} />
      {t("refresh")}
    </Button>
  );
}
