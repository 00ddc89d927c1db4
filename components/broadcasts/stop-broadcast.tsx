"use client";
import { OctagonX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { stopBroadcast } from "#lib/client/broadcasts.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";

/** Ends it at once, after one question: it does not go on again. */
export function StopBroadcast({ broadcastId }: { broadcastId: string }) {
  const t = useTranslations("broadcasts");
  const router = useRouter();
  const [asking, setAsking] = useState(false);

  async function stop() {
    setAsking(false);
    try {
      await stopBroadcast(broadcastId);
      toast.success(t("stopped"));
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
    router.refresh();
  }

  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        <OctagonX aria-hidden="true" />
        {t("stop")}
      </Button>
      <Confirm
        open={asking}
        title={t("stopTitle")}
        confirmLabel={t("stop")}
        cancelLabel={t("keep")}
        onConfirm={() => void stop()}
        onCancel={() => setAsking(false)}
      >
        {t("stopText")}
      </Confirm>
    </>
  );
}
