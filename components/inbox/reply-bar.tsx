import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { QuotedMessage } from "#lib/messaging/schemas/views.ts";
import { Button } from "../ui/button.tsx";
import { Quote } from "./quote.tsx";

interface ReplyBarProps {
  replyTo: QuotedMessage;
  /** The carrier brings no quotations: only the staff will see what was answered. */
  amongStaff: boolean;
  onCancel: () => void;
}

/** Above the composer: which message is answered; the cross takes it back. */
export function ReplyBar({ replyTo, amongStaff, onCancel }: ReplyBarProps) {
  const t = useTranslations("inbox");
  return (
    <section aria-label={t("replyingTo")} className="flex items-center gap-2 rounded-md bg-surface-2 ps-2.5">
      <div className="grid min-w-0 flex-1 gap-0.5 py-1.5">
        <Quote quoted={replyTo} />
        {amongStaff ? <p className="text-ink-3 text-xs">{t("quoteAmongStaff")}</p> : null}
      </div>
      <Button look="bare" size="icon" className="size-11" aria-label={t("cancelReply")} onClick={onCancel}>
        <X aria-hidden="true" />
      </Button>
    </section>
  );
}
