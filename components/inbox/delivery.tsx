"use client";
import { Check, CheckCheck, Clock, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { retryMessage } from "#lib/client/messages.ts";
import { deliveryErrorHe, isHeldBack } from "#lib/messaging/schemas/delivery-errors.ts";
import type { MessageView } from "#lib/messaging/schemas/views.ts";

/** How far a message of ours has come; one that failed says why, and can be sent again unless we held it back. */
export function Delivery({ message, writable }: { message: MessageView; writable: boolean }) {
  const t = useTranslations("inbox");
  const router = useRouter();
  const { id, status, errorCode } = message;

  async function again() {
    try {
      await retryMessage(id);
      router.refresh();
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
  }

  switch (status) {
    case "received":
      return null;
    case "queued":
    case "sending":
      return <Clock role="img" aria-label={t("status_queued")} className="size-3.5" />;
    case "sent":
      return <Check role="img" aria-label={t("status_sent")} className="size-3.5" />;
    case "delivered":
      return <CheckCheck role="img" aria-label={t("status_delivered")} className="size-3.5" />;
    case "read":
      return <CheckCheck role="img" aria-label={t("status_read")} className="size-3.5 text-info" />;
    case "failed":
    case "undelivered":
      return (
        <span className="inline-flex flex-wrap items-center gap-1.5 font-semibold text-live-strong">
          <TriangleAlert aria-hidden="true" className="size-3.5" />
          {deliveryErrorHe(errorCode)}
          {writable && !isHeldBack(errorCode) ? (
            <button type="button" onClick={() => void again()} className="rounded-sm px-1 underline">
              {t("retry")}
            </button>
          ) : null}
        </span>
      );
    default:
      return status satisfies never;
  }
}
